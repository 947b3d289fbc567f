"""民主评议党员: who may be graded, how many may be excellent. Grades themselves are people's."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, at_least_one, found, whole_number
from navmark.foundation.statute.shares import exceeds


def may_be_graded(*, full_member: bool, on: date) -> Finding:
    law = rule("A21-probationary", on=on)
    if full_member:
        return found(law, Outcome.OK, _("May be graded."))
    message = _("A probationary member takes part in the review and is not graded: leave the grade empty.")
    return found(law, Outcome.PROBLEM, message)


def excellent_share(*, members: int, excellent: int, on: date) -> Finding:
    at_least_one("members", members)
    whole_number("excellent", excellent, within=("members", members))
    law = rule("A21", on=on)
    most = members * law.numbers["numerator"] // law.numbers["denominator"]
    numbers = {"members": members, "excellent": excellent, "most": most}
    if exceeds(law, excellent, members):
        message = _("{excellent} of {members} are graded excellent; normally at most {most}.")
        return found(law, Outcome.PROBLEM, message, **numbers)
    return found(law, Outcome.OK, _("{excellent} of {members} are graded excellent."), **numbers)
