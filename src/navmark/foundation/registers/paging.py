"""Of entries what a list says of each, all of them or a page of fifty, without the rows that they point to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Subquery, Value

from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import SchoolOn, Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.filtering import Wanted, entries, stands_in
from navmark.foundation.registers.hands import hands_of_it, named
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import EntryState
from navmark.foundation.tenancy.prepared import prepared

A_PAGE, LONGEST_NUMBER = 50, 8
COLUMNS = ("pk", "title", "day", "number", "unit", "owner__name", "edition", "state", "others", "named")


@dataclass(frozen=True)
class Kept:
    """Of an entry what a list says, without the rows that it points to; `owner`: a name; `hands`: names by role."""

    pk: UUID
    title: str
    day: date
    number: int | None
    unit: Unit
    owner: str
    standing: EntryState
    hands: Mapping[str, Sequence[str]]
    others: str  # names alone


def kept(viewer: SchoolOn, rows: QuerySet[Entry]) -> list[Kept]:
    """In their order. One query."""
    return list(_kept(viewer, rows.annotate(named=hands_of_it()).values_list(*COLUMNS)))


def _kept(viewer: SchoolOn, rows: Iterable[Sequence[Any]]) -> Iterator[Kept]:
    units, courses = viewer.units_by_pk, cache(known.course_under)
    for pk, title, day, number, unit, owner, edition, state, others, hands in rows:
        yield Kept(pk, title, day, number, units[unit], owner or "", courses(edition).state(state), named(hands), others)


def page_of(viewer: Viewer, one: Register, wanted: Wanted, asked: str | None) -> Page:
    """The page that was asked for, or the nearest that there is. One query tells its entries and how many there are of all."""
    number = int(asked) if asked and asked.isdecimal() and len(asked) < LONGEST_NUMBER and int(asked) else 1
    begin = (number - 1) * A_PAGE
    if wanted == Wanted(wanted.year) and access.sees_all(viewer, one):
        shown = _of_year(one.pk, wanted.year, begin, bool(one.roles))
    else:
        shown = list(_counted(entries(viewer, one, wanted), begin, bool(one.roles)))
    pages = Paginator(range(shown[0][0]) if shown else entries(viewer, one, wanted), A_PAGE)
    if not shown and number > 1:
        return page_of(viewer, one, wanted, str(pages.num_pages))
    return Page(list(_kept(viewer, (row for _of_all, *row in shown))), number, pages)


def _counted(rows: QuerySet[Entry], begin: int, with_hands: bool) -> QuerySet:
    counted = rows.order_by().values("school").annotate(count=Count("pk")).values("count")
    hands = hands_of_it() if with_hands else Value("")
    return rows.annotate(of_all=Subquery(counted), named=hands).values_list("of_all", *COLUMNS)[begin : begin + A_PAGE]


@prepared
def _of_year(register: UUID, year: int, begin: int, with_hands: bool) -> QuerySet:
    """What most lists are asked for: nothing but a year, by somebody who sees every entry."""
    return _counted(Entry.objects.filter(stands_in(year), register=register), begin, with_hands)
