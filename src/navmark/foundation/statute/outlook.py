"""What is possible now, in words a chair can read out before the meeting begins."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Words, at_least_one, whole_number
from navmark.foundation.statute.shares import least_exceeding, least_reaching


class Sitting(StrEnum):
    """Which rule of attendance holds."""

    ASSEMBLY = "assembly"
    ELECTION = "election"
    COMMITTEE = "committee"
    LEADERS = "leaders"
    LEADERS_PERSONNEL = "leaders_personnel"
    GROUP = "group"


# Sitting -> (rule of attendance, rule of majority): where no majority is laid down, none is announced; a group decides nothing.
_RULES: dict[Sitting, tuple[str | None, str | None]] = {
    Sitting.ASSEMBLY: ("A08", "A09"),
    Sitting.ELECTION: ("C14", "C15"),
    Sitting.COMMITTEE: ("A13-quorum", None),
    Sitting.LEADERS: ("L01", None),
    Sitting.LEADERS_PERSONNEL: ("L02", None),
    Sitting.GROUP: (None, None),
}
_SHORT = {
    "A08": _("Entitled to vote {entitled}, present {present}: fewer than half, no vote can be held"),
    "C14": _("Entitled to vote {entitled}, present {present}: fewer than four fifths ({quorum}), the election cannot be held"),
    "A13-quorum": _("Expected {entitled}, present {present}: fewer than half, the meeting cannot be held"),
    "L01": _("Expected {entitled}, present {present}: fewer than half, the meeting cannot be held"),
    "L02": _("Expected {entitled}, present {present}: fewer than two thirds ({quorum}), appointments cannot be decided"),
}
_LOST_BEFORE_IT_BEGINS = _(
    "Entitled to vote {entitled}, present {present}: half are here, but {needed} votes in favour are needed;"
    " nothing can be carried today, better choose another day"
)
_POSSIBLE = _("Entitled to vote {entitled}, present {present}: enough are here; {needed} votes in favour carry it")
_ELECTION = _("Entitled to vote {entitled}, present {present} (four fifths are reached); {needed} votes in favour elect")
_ENOUGH = _("Expected {entitled}, present {present}: enough are here, the meeting can be held")
_GROUP = _("Expected {entitled}, present {present}: a group gives its opinion and takes no vote")


@dataclass(frozen=True)
class Outlook:
    """`may_open`: enough are here. `can_carry`: a vote could succeed. `needed`: votes in favour, where a rule counts them."""

    words: Words
    may_open: bool
    can_carry: bool
    needed: int | None

    def __str__(self) -> str:
        return str(self.words)


def outlook(entitled: int, present: int, *, on: date, sitting: Sitting = Sitting.ASSEMBLY) -> Outlook:
    """`present` counts those entitled who are here."""
    at_least_one("entitled", entitled)
    whole_number("present", present, within=("entitled", entitled))
    attendance, majority = _RULES[sitting]
    quorum = least_reaching(rule(attendance, on=on), entitled) if attendance else 0
    needed = least_exceeding(rule(majority, on=on), entitled) if majority else None
    may_open = present >= quorum
    can_carry = may_open and present >= (needed or 0) and sitting != Sitting.GROUP
    words = _words(attendance, may_open=may_open, can_carry=can_carry, needed=needed)
    told = format_lazy(words, entitled=entitled, present=present, quorum=quorum, needed=needed)
    return Outlook(told, may_open, can_carry, needed)


def _words(attendance: str | None, *, may_open: bool, can_carry: bool, needed: int | None) -> Words:
    if attendance is None:
        return _GROUP
    if not may_open:
        return _SHORT[attendance]
    if needed is None:
        return _ENOUGH
    if not can_carry:
        return _LOST_BEFORE_IT_BEGINS
    return _ELECTION if attendance == "C14" else _POSSIBLE
