"""Whether a vote may be held, whether it was carried: counted against all entitled, never those present."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, at_least_one, found, whole_number
from navmark.foundation.statute.rules import Rule
from navmark.foundation.statute.shares import exceeds, least_exceeding, least_reaching, reaches


def quorum(*, entitled: int, present: int, on: date) -> Finding:
    """Whether the branch assembly may vote at all: at least half of those entitled."""
    at_least_one("entitled", entitled)
    whole_number("present", present, within=("entitled", entitled))
    return _attendance(rule("A08", on=on), present, entitled)


def vote(*, entitled: int, present: int, ayes: int, on: date) -> Finding:
    """Whether the branch assembly carried it; without a quorum, the quorum's finding."""
    opened = quorum(entitled=entitled, present=present, on=on)
    whole_number("ayes", ayes, within=("present", present))
    if opened.outcome != Outcome.OK:
        return opened
    law = rule("A09", on=on)
    outcome = Outcome.OK if exceeds(law, ayes, entitled) else Outcome.LOST
    words = {
        Outcome.OK: _("Carried: {ayes} in favour, {needed} needed of {entitled} entitled."),
        Outcome.LOST: _("Not carried: {ayes} in favour, {needed} needed of {entitled} entitled."),
    }
    return found(law, outcome, words[outcome], ayes=ayes, needed=least_exceeding(law, entitled), entitled=entitled)


def committee_quorum(*, committee: int, present: int, on: date) -> Finding:
    at_least_one("committee", committee)
    whole_number("present", present, within=("committee", committee))
    return _attendance(rule("A13-quorum", on=on), present, committee)


def leaders_quorum(*, leaders: int, present: int, personnel: bool = False, on: date) -> Finding:
    """党组织会议: half of the leading body, two thirds where appointments are decided."""
    at_least_one("leaders", leaders)
    whole_number("present", present, within=("leaders", leaders))
    return _attendance(rule("L02" if personnel else "L01", on=on), present, leaders)


def _attendance(law: Rule, present: int, expected: int) -> Finding:
    if reaches(law, present, expected):
        return found(law, Outcome.OK, _("{present} of {expected} are present: enough."), present=present, expected=expected)
    message = _("{present} of {expected} are present, at least {needed} are needed: choose another day.")
    return found(law, Outcome.PROBLEM, message, present=present, expected=expected, needed=least_reaching(law, expected))
