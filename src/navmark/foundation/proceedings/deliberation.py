"""How a kind of meeting decides. Declared by the mechanism that owns the kind; this room knows no kind by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.outlook import Sitting

if TYPE_CHECKING:
    from navmark.foundation.activities.models import Part
    from navmark.foundation.activities.roll import Roll
    from navmark.foundation.records.findings import SelfCheckFinding
    from navmark.foundation.statute import findings as statute

    PartCheck = Callable[[Part, Roll], Iterable[statute.Finding | SelfCheckFinding]]  # by a rule, or the mechanism's own hint
else:
    PartCheck = object


class DecisionKind(models.TextChoices):
    """支委会 makes 决定; only the 党员大会 makes 决议; a group gives 意见."""

    RESOLUTION = "resolution", _("resolution")
    DECISION = "decision", _("decision")
    OPINION = "opinion", _("opinion")


@dataclass(frozen=True)
class Deliberation:
    """What a kind of meeting decides, by which majority, and what is checked in its record."""

    kind: str  # code of the activity kind
    decides: DecisionKind | None  # None: nothing is decided here
    sitting: Sitting | None  # by which rule of attendance and majority; None: no votes are taken
    may_submit_to_assembly: bool = False
    stricter: Sitting | None = None  # what an item may ask for instead: an election, a matter of personnel
    last_word: str = ""  # the circle of whoever speaks last (末位表态)
    check: PartCheck | None = None  # what the mechanism itself checks in a part of this kind before it is submitted


_known: dict[str, Deliberation] = {}


def register(deliberations: Iterable[Deliberation]) -> None:
    for one in deliberations:
        if _known.setdefault(one.kind, one) != one:
            raise ValueError(f"the kind {one.kind} decides in two ways")


def deliberation_of(kind: str) -> Deliberation:
    """Of what the programme alone describes nothing is decided and nothing put to the vote."""
    return _known.get(kind) or Deliberation(kind, decides=None, sitting=None)


def is_deliberated(kind: str) -> bool:
    return kind in _known


def known_deliberation(kind: str) -> Deliberation | None:
    """None for a kind that does not deliberate."""
    return _known.get(kind)


def sitting_for(kind: str, *, stricter: bool) -> Sitting | None:
    """By which rule an item of a meeting of this kind is put to the vote."""
    known = deliberation_of(kind)
    return known.stricter if stricter and known.stricter else known.sitting
