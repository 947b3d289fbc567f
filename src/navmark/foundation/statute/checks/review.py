"""民主评议党员: what may be graded, how many may be excellent, in which order. Grades themselves are people's."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, at_least_one, found, whole_number
from navmark.foundation.statute.shares import exceeds

STEPS = ("self_assessment", "mutual_assessment", "ballot", "committee_opinion")


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


def review_order(*, days: Sequence[date | None], on: date) -> Finding:
    """`days` of STEPS, in that order; None for a step not yet taken. The same day is in order."""
    if len(days) != len(STEPS):
        raise ValueError(f"Give a day or None for each of {', '.join(STEPS)}.")
    law = rule("A20", on=on)
    taken = [day for day in days if day is not None]
    skipped = any(earlier is None and later is not None for earlier, later in pairwise(days))
    if skipped or taken != sorted(taken):
        message = _("The order is self-assessment, assessment by others, ballot, opinion of the committee: check the days.")
        return found(law, Outcome.PROBLEM, message)
    return found(law, Outcome.OK, _("The steps are in order."))
