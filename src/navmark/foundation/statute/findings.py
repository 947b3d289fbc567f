"""What a check answers: never yes or no alone, always with the rule, its version and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.statute.rules import Confidence, Level, Rule
from navmark.foundation.ui.refusals import Refusal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise
else:
    Words = object

_spoken = lazy(date_format, str)
FIELD_NAMES = {
    "entitled": pgettext_lazy("count", "entitled to vote"),
    "present": pgettext_lazy("count", "present"),
    "committee": pgettext_lazy("count", "committee members"),
    "leaders": pgettext_lazy("count", "members of the leading body"),
    "issued": pgettext_lazy("count", "ballots given out"),
    "collected": pgettext_lazy("count", "ballots returned"),
    "valid": pgettext_lazy("count", "valid ballots"),
    "ayes": pgettext_lazy("count", "in favour"),
    "noes": pgettext_lazy("count", "against"),
    "abstentions": pgettext_lazy("count", "abstained"),
    "invalid": pgettext_lazy("count", "invalid"),
    "seats": pgettext_lazy("count", "seats"),
    "candidates": pgettext_lazy("count", "candidates"),
    "members": pgettext_lazy("count", "members"),
    "excellent": pgettext_lazy("count", "graded excellent"),
}


class Outcome(StrEnum):
    """`DUE`: not yet done, still in time. `LOST`: rightly held, not carried. `ASK`: sources differ; the superior decides."""

    OK = "ok"
    DUE = "due"
    PROBLEM = "problem"
    LOST = "lost"
    ASK = "ask"


class Impossible(Refusal):
    """Numbers that cannot be true, as 23 ballots back of 22: refused, naming the field to correct."""

    def __init__(self, at: str, message: Words, **numbers: Any) -> None:
        super().__init__(str(format_lazy(message, **numbers)), field=at)


@dataclass(frozen=True)
class Finding:
    rule_id: str
    version: str
    article: str
    confidence: Confidence
    level: Level
    message: Words
    outcome: Outcome
    never_lifted: bool = False  # by nobody, with no reason: the count of a vote

    @property
    def blocks(self) -> bool:
        """Whether the work stops here, unless a second person lifts it where that may be done."""
        return self.outcome == Outcome.PROBLEM and self.level == Level.BLOCK


def found(rule: Rule, outcome: Outcome, message: Words, **numbers: Any) -> Finding:
    """A finding by this rule; `message` is a lazy msgid with {braces} for its numbers."""
    return Finding(
        rule_id=rule.id,
        version=rule.version,
        article=rule.citation(),
        confidence=rule.confidence,
        level=rule.effective_level,
        message=format_lazy(message, **numbers),
        outcome=outcome,
        never_lifted=rule.never_lifted,
    )


def spoken(day: date) -> str:
    """A day in the reader's language, decided when it is read."""
    return _spoken(day, "DATE_FORMAT")


def whole_number(field: str, value: int, *, within: tuple[str, int] | None = None) -> None:
    """Refuse a count below zero, or above the count it is part of: `("present", 23, within=("entitled", 22))`."""
    if value < 0:
        raise Impossible(field, _("A count cannot be {value}: correct “{field}”."), value=value, field=FIELD_NAMES[field])
    if within and value > within[1]:
        message = _("“{field}” is {value}, more than “{whole}”, {limit}: correct one of the two.")
        raise Impossible(field, message, value=value, field=FIELD_NAMES[field], whole=FIELD_NAMES[within[0]], limit=within[1])


def at_least_one(field: str, value: int) -> None:
    """Refuse zero and less where nothing can be judged without at least one."""
    if value < 1:
        raise Impossible(field, _("“{field}” must be at least 1: enter it first."), field=FIELD_NAMES[field])
