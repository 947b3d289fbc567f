"""Who may vote, whether a vote may be held, whether it was carried: counted against all entitled, never those present."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, at_least_one, found, whole_number
from navmark.foundation.statute.rules import Rule
from navmark.foundation.statute.shares import exceeds, least_exceeding, least_reaching, reaches


def may_vote(*, full_member: bool, under_penalty: bool = False, in_custody: bool = False, on: date) -> Finding:
    """`under_penalty`: 留党察看. `in_custody`: held or arrested by law, rights suspended."""
    law = rule("A12", on=on)
    if not full_member:
        return found(law, Outcome.PROBLEM, _("Only full members vote; a probationary member takes part without a vote."))
    if under_penalty:
        return found(law, Outcome.PROBLEM, _("No vote while under probation as a penalty."))
    if in_custody:
        return found(law, Outcome.PROBLEM, _("The right to vote is suspended for now."))
    return found(law, Outcome.OK, _("Entitled to vote."))


def entitled_count(*, entered: int, on_register: int, on: date) -> Finding:
    """The number entitled, as entered, against the members with voting rights on that day."""
    whole_number("entitled", entered)
    if entered > on_register:
        message = _("{entered} entitled to vote were entered, but the register has {register}.")
        return found(rule("A12", on=on), Outcome.PROBLEM, message, entered=entered, register=on_register)
    if entered < on_register:
        message = _("{missing} of {register} entitled are left out: this needs the superior's consent and the meeting's vote.")
        missing = on_register - entered
        return found(rule("C18", on=on), Outcome.PROBLEM, message, missing=missing, register=on_register)
    return found(rule("A12", on=on), Outcome.OK, _("{entered} entitled to vote."), entered=entered)


def ballots_given_out(*, issued: int, entitled: int, on: date) -> Finding:
    whole_number("issued", issued)
    if issued > entitled:
        message = _("{issued} ballots were given out, but only {entitled} may vote.")
        return found(rule("A12", on=on), Outcome.PROBLEM, message, issued=issued, entitled=entitled)
    return found(rule("A12", on=on), Outcome.OK, _("{issued} ballots given out."), issued=issued)


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
