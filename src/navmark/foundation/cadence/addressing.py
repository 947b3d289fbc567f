"""To whom the school's duties are addressed: few distinct words say it, however many rows.

Whoever asks for many rows decides for each of these words whether a viewer stands in it; the rows are then asked for by whole
words, and none is searched for a code.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, UUIDField, Value, When
from django.db.models.functions import Cast

from navmark.foundation.cadence import sweeping
from navmark.foundation.cadence.models import Duty, Swept

COLUMNS = ("told", "circles", "overseers", "place", "but", "person", "open", "late")
NO_ID = Cast(Value(None), UUIDField())  # a bare NULL has no type that a union could take up
NONE = {"place": NO_ID, "but": NO_ID, "person": NO_ID, "open": Value(0, IntegerField()), "late": Value(0, IntegerField())}
NO_WORDS = {"circles": Value("", CharField()), "overseers": Value("", CharField())}
WORDS, WATCHED, CURRENT = "words", "watched", "current"


class Addressed(NamedTuple):
    """How many duties that are addressed alike are open, and how many of them late; `person`: whose, if they are a person's."""

    circles: str
    overseers: str
    place_id: UUID | None
    but_not: UUID | None
    person: UUID | None
    open: int
    late: int

    @property
    def subject_kind(self) -> str:
        return "person" if self.person else "unit"

    @property
    def subject_id(self) -> UUID | None:
        return self.person


@dataclass(frozen=True)
class Addresses:
    """`words`: what any duty, open or settled, says in `circles` or `overseers`. `watched`: what is open and has overseers.
    `is_current`: nothing on which duties depend has changed since the sweep."""

    words: frozenset[str]
    watched: tuple[Addressed, ...]
    is_current: bool


def addresses(*, on: date) -> Addresses:
    """One query, with the question whether the rows are as of now: every reader of many rows asks that."""
    current = Swept.objects.filter(sweeping.is_current(on)).order_by()
    words = _named(Duty.objects.annotate(told=Value(WORDS, CharField()), **NONE)).values_list(*COLUMNS)
    current = current.annotate(told=Value(CURRENT, CharField()), **NO_WORDS, **NONE).values_list(*COLUMNS)
    found = [(told, Addressed(*row)) for told, *row in _watched(on).union(words, current, all=True)]
    return Addresses(
        words=_words((row.circles, row.overseers) for told, row in found if told == WORDS),
        watched=tuple(row for told, row in found if told == WATCHED),
        is_current=any(told == CURRENT for told, _row in found),
    )


def words_around(unit: UUID) -> frozenset[str]:
    """What the duties around this unit say. One query."""
    return _words(_named(Duty.objects.filter(place_id=unit)).values_list("circles", "overseers"))


def _named(rows: QuerySet[Duty]) -> QuerySet[Duty]:
    return rows.order_by().distinct()


def _watched(on: date) -> QuerySet:
    asked = Duty.objects.filter(settled="", settled_on=None, closed_at=None, opens_on__lte=on).exclude(overseers="")
    asked = asked.exclude(due_on=None, cadence__isnull=False)
    rows = Duty._base_manager.filter(pk__in=asked.values("pk")).order_by()  # else SQLite would read every row of the school
    person = Case(When(subject_kind="person", then=F("subject_id")), output_field=UUIDField())
    rows = rows.annotate(told=Value(WATCHED, CharField()), place=F("place_id"), but=F("but_not"), person=person)
    alike = rows.values("told", "circles", "overseers", "place", "but", "person")
    return alike.annotate(open=Count("pk"), late=Count("pk", filter=Q(late_on__lte=on))).values_list(*COLUMNS)


def _words(pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(pairs)) - {""}
