"""Rows that are likely one person: of one name, and alike in a second thing. A name alone says nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db.models import Count

from navmark.foundation.people.importing.matching import person_in_words
from navmark.foundation.people.models import Engagement, EngagementKind, Namesakes, Person, Precision
from navmark.foundation.sealing.fields import is_readable

TAIL = 4
AT_WORK = {EngagementKind.STAFF, EngagementKind.COMMUNITY}


@dataclass(frozen=True)
class TwinRows:
    """`one` was there first. `of_family`: a child, or an adult known for a child's sake alone, is among the two."""

    one: Person
    other: Person
    of_family: bool

    @property
    def words(self) -> tuple[str, str]:
        return person_in_words(self.one), person_in_words(self.other)


def twins() -> list[TwinRows]:
    """Every likely pair of the school, but who is known to be two and alike in nothing more. Four queries, however many."""
    shared = Person.objects.order_by().values("name").annotate(n=Count("pk")).filter(n__gt=1).values("name")
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.filter(name__in=shared).order_by("sort_key", "created_at", "id"):
        by_name[person.name].append(person)
    kinds = kinds_of([person.pk for some in by_name.values() for person in some])
    found = [pair for some in by_name.values() for pair in _pairs(some, kinds)]
    told = {frozenset((row.one_id, row.other_id)): set(row.alike) for row in Namesakes.objects.all()} if found else {}
    return [one for one in found if alike_in(one.one, one.other) - told.get(frozenset((one.one.pk, one.other.pk)), set())]


def twin_of(person: Person) -> Person | None:
    """A colleague who was there before her and is likely herself. Two queries."""
    some = [*Person.objects.filter(name=person.name).exclude(pk=person.pk), person]
    pairs = _pairs(some, kinds_of([one.pk for one in some]))
    return next((pair.one for pair in pairs if pair.other == person and not pair.of_family), None)


def kinds_of(ids: Sequence[UUID]) -> dict[UUID, set[str]]:
    """As what each is known here. One query."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for person, kind in Engagement.objects.filter(person__in=ids).values_list("person", "kind") if ids else ():
        found[person].add(kind)
    return found


def _pairs(some: Sequence[Person], kinds: dict[UUID, set[str]]) -> Iterator[TwinRows]:
    for one, other in combinations(some, 2):
        theirs = [kinds.get(person.pk, set()) for person in (one, other)]
        if len({EngagementKind.PUPIL in held for held in theirs}) == 1 and alike_in(one, other):
            yield TwinRows(one, other, any(are_family(held) for held in theirs))


def are_family(kinds: set[str]) -> bool:
    """A child, or known for a child's sake alone."""
    return EngagementKind.PUPIL in kinds or (EngagementKind.GUARDIAN in kinds and not kinds & AT_WORK)


def alike_in(one: Person, other: Person) -> frozenset[str]:
    """By the names of the fields: the same telephone or the end of it, the same end of the identity number, the same day of
    birth; nothing, where a number of the one contradicts the other's."""
    if any(_both(one, other, key) and getattr(one, key) != getattr(other, key) for key in ("pupil_number", "staff_number")):
        return frozenset()
    tails = {key for key in ("phone", "id_number") if _tail(one, key) and _tail(one, key) == _tail(other, key)}
    same_day = one.born == other.born and one.born_precision == other.born_precision == Precision.DAY
    born = {"born"} if one.born is not None and same_day and not _other_numbers(one, other) else set()
    return frozenset(tails | born)


def _other_numbers(one: Person, other: Person) -> bool:
    """Both have an identity number, and not the same: two of one name born on one day."""
    return _both(one, other, "id_index") and one.id_index != other.id_index


def _both(one: Person, other: Person, key: str) -> Any:
    return getattr(one, key) and getattr(other, key)


def _tail(person: Person, key: str) -> str:
    value = getattr(person, key)
    return value[-TAIL:].upper() if value and is_readable(value) and len(value) > TAIL else ""
