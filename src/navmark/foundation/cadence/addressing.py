"""To whom the school's duties are addressed: few distinct words say it, however many rows.

Whoever asks for many rows decides for each of these words whether a viewer stands in it; the rows are then asked for by whole
words, and none is searched for a code.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, Count, Exists, F, JSONField, Q, QuerySet, Subquery, UUIDField, When

from navmark.foundation.cadence import sweeping
from navmark.foundation.cadence.models import Duty, Swept
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.prepared import prepared
from navmark.foundation.tenancy.scope import active_school_id

COLUMNS = ("circles", "overseers")
WATCHED = ("circles", "overseers", "place_id", "but_not", "person")
A_LIST: JSONField = JSONField()


class AllRows(Subquery):
    """All rows of a question as one list of lists: so that several questions are one."""

    template = "(SELECT json_group_array(json_array(%(columns)s)) FROM (%(subquery)s) listed)"

    def __init__(self, rows: QuerySet, *columns: str) -> None:
        super().__init__(rows.values(*columns), output_field=A_LIST, columns=", ".join(f'"{one}"' for one in columns))

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        listed = "(SELECT coalesce(jsonb_agg(jsonb_build_array(%(columns)s)), '[]') FROM (%(subquery)s) listed)"
        return self.as_sql(compiler, connection, template=listed)


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
    ((circles, overseers, watched, is_current),) = _addresses(on)
    words = frozenset(word for (word,) in (*circles, *overseers) if word)
    return Addresses(words, tuple(_addressed(*row) for row in watched), is_current)


@prepared
def _addresses(on: date) -> QuerySet:
    said = [AllRows(Duty.objects.order_by().values(column).distinct(), column) for column in COLUMNS]
    current = Exists(Swept.objects.filter(sweeping.is_current(on)))
    rows = School.objects.filter(pk=active_school_id()).order_by()
    return rows.values_list(*said, AllRows(_watched(on), *WATCHED, "open", "late"), current)


def _addressed(circles: str, overseers: str, *counted: Any) -> Addressed:
    place, but, person = (UUID(one) if one else None for one in counted[:3])
    return Addressed(circles, overseers, place, but, person, *counted[3:])


def words_around(unit: UUID) -> frozenset[str]:
    """What the duties around this unit say. One query."""
    pairs = Duty.objects.filter(place_id=unit).order_by().values_list(*COLUMNS).distinct()
    return frozenset(chain.from_iterable(pairs)) - {""}


def _watched(on: date) -> QuerySet:
    asked = Duty.objects.filter(settled="", settled_on=None, closed_at=None, opens_on__lte=on).exclude(overseers="")
    asked = asked.exclude(due_on=None, cadence__isnull=False)
    person = Case(When(subject_kind="person", then=F("subject_id")), output_field=UUIDField())
    alike = asked.order_by().annotate(person=person).values(*WATCHED)
    return alike.annotate(open=Count("pk"), late=Count("pk", filter=Q(late_on__lte=on)))
