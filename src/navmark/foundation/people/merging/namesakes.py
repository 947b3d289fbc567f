"""Two who look like one person and are not: said once, they are proposed no more, until they look alike in something else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from navmark.foundation.audit.actions import record
from navmark.foundation.people import logs as logs  # registers what is recorded below
from navmark.foundation.people.merging.twins import TwinRows, alike_in, are_family, kinds_of
from navmark.foundation.people.models import Namesakes, Person


@transaction.atomic
def tell_two(one: Person, other: Person, *, by: Person, at: datetime) -> Namesakes:
    """They are two people. Said again, it holds for all in which they are alike by now."""
    alike = sorted(alike_in(one, other))
    found = told_two(one, other)
    if found is not None:
        found.alike, found.said_by, found.said_at = alike, by.pk, at
        found.save(update_fields=["alike", "said_by", "said_at"])
    else:
        found = Namesakes.objects.create(one=one, other=other, alike=alike, said_by=by.pk, said_at=at)
    record("people.two", by=by, at=at, subject=one, other=str(other.pk), name=other.name)
    return found


@transaction.atomic
def take_back(namesakes: Namesakes, *, by: Person, at: datetime) -> None:
    """They may be one person after all."""
    record("people.two_no_more", by=by, at=at, subject=namesakes.one, other=str(namesakes.other_id), name=namesakes.other.name)
    namesakes.delete()


def told_two(one: Person, other: Person) -> Namesakes | None:
    """Whichever of them was named first."""
    return Namesakes.objects.filter(Q(one=one, other=other) | Q(one=other, other=one)).first()


@dataclass(frozen=True)
class KnownAsTwo:
    """What was said of a pair, and by whom."""

    namesakes: Namesakes
    pair: TwinRows
    by: str


def known_as_two() -> list[KnownAsTwo]:
    """The last said first. Three queries, however many."""
    rows = list(Namesakes.objects.select_related("one", "other"))
    kinds = kinds_of([pk for row in rows for pk in (row.one_id, row.other_id)])
    names = dict(Person.objects.filter(pk__in={row.said_by for row in rows}).order_by().values_list("pk", "name")) if rows else {}
    return [KnownAsTwo(row, _pair(row, kinds), names.get(row.said_by, "")) for row in rows]


def _pair(row: Namesakes, kinds: dict[UUID, set[str]]) -> TwinRows:
    return TwinRows(row.one, row.other, any(are_family(kinds.get(pk, set())) for pk in (row.one_id, row.other_id)))
