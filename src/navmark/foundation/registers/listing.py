"""The list of a register: filtered, with the columns of its paper; the same on the page, as a table, on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, reduce
from html import escape
from operator import or_
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.in_tables import cells, columns, head
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import listed
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.files import ENTRY, address_of
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import EntryState
from navmark.foundation.tables.writing import Field, Worksheet

OPEN = "open"
A_PAGE, LONGEST_NUMBER, LONGEST_CELL = 50, 8, 40
SHORT = 10  # a state, a day or a short word is not broken in two
COLUMNS = ("pk", "title", "day", "number", "unit", "owner__name", "edition", "state")


@dataclass(frozen=True)
class Wanted:
    """What the filter says. `state`: a state of the newest edition, "open" for every one that asks for something, or nothing."""

    year: int
    state: str = ""
    unit: UUID | None = None
    owner: UUID | None = None
    text: str = ""


def entries(viewer: Viewer, one: Register, wanted: Wanted) -> QuerySet[Entry]:
    """Newest first; only what this viewer may see. What is still open stands there in every year."""
    rows = access.visible_to(viewer, one).filter(Q(year=wanted.year) | Q(closed_at__isnull=True, year__lt=wanted.year))
    if wanted.state == OPEN:
        rows = rows.filter(asks(one))
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.unit:
        rows = rows.filter(unit=wanted.unit)
    if wanted.owner:
        rows = rows.filter(owner=wanted.owner)
    if wanted.text:
        rows = rows.filter(Q(title__icontains=wanted.text) | Q(owner__name__icontains=wanted.text))
    return rows


def asks(*registers: Register) -> Q:
    """Whether an entry of these asks for something: by the edition under which it goes, for a state may rest in one alone."""
    editions = (edition for one in registers for edition in known.editions_of(one))
    return reduce(or_, (Q(edition=one, state__in=one.course.asking) for one in editions), Q(pk__in=[]))


@dataclass(frozen=True)
class Kept:
    """Of an entry what a list says, without the rows that it points to; `owner`: a name."""

    pk: UUID
    title: str
    day: date
    number: int | None
    unit: Unit
    owner: str
    standing: EntryState


def kept(viewer: Viewer, rows: QuerySet[Entry]) -> list[Kept]:
    """In their order. One query."""
    return list(_kept(viewer, rows.values_list(*COLUMNS)))


def _kept(viewer: Viewer, rows: Iterable[Sequence[Any]]) -> Iterator[Kept]:
    units, courses = viewer.units_by_pk, cache(known.course_under)
    for pk, title, day, number, unit, owner, edition, state in rows:
        yield Kept(pk, title, day, number, units[unit], owner or "", courses(edition).state(state))


def page_of(viewer: Viewer, rows: QuerySet[Entry], asked: str | None) -> Page:
    """The page that was asked for, or the nearest that there is. One query tells its entries and how many there are of all."""
    pages = Paginator(rows, A_PAGE)
    number = int(asked) if asked and asked.isdecimal() and len(asked) < LONGEST_NUMBER and int(asked) else 1
    counted = rows.order_by().values("school").annotate(count=Count("pk")).values("count")
    begin = (number - 1) * A_PAGE
    shown = list(rows.annotate(of_all=Subquery(counted)).values_list("of_all", *COLUMNS)[begin : begin + A_PAGE])
    if not shown and number > 1:
        return page_of(viewer, rows, str(pages.num_pages))
    pages.count = shown[0][0] if shown else 0
    return Page(list(_kept(viewer, (row for _of_all, *row in shown))), number, pages)


@dataclass(frozen=True)
class Listed:
    """`cells` as a table has them."""

    entry: Kept
    cells: tuple[Any, ...]


class List:
    """Columns and rows of these entries: at most three queries, however many. What is sensitive on their paper stays out."""

    def __init__(self, one: Register, rows: Sequence[Kept], *, on: date) -> None:
        self.register, self.rows = one, rows
        self.papers, self.asked = listed(ENTRY, [row.pk for row in rows], paper=one.paper)
        self.known = known_here(on, papers=self.papers.values())

    @cached_property
    def fields(self) -> list[PaperField]:
        filled = [(paper.description, paper.values) for paper in self.papers.values()]
        return columns(self.asked, filled, self.known)

    @property
    def head(self) -> list[Field]:
        """As an export has it: in the school's language."""
        with override(settings.LANGUAGE_CODE):
            return [*self._own(), *head(self.fields)]

    @property
    def headings(self) -> list[str]:
        """As the page has them: in the reader's language."""
        return [field.label for field in self._own()] + [field.name for field in self.fields]

    def _own(self) -> list[Field]:
        one = self.register
        number = [Field(_("Number of the entry"), "integer")] if one.numbered else []
        unit = [] if one.unit_kind == UnitKind.SCHOOL else [Field(str(UnitKind(one.unit_kind).label))]
        owner = [Field(_("Owner"))] if one.owned else []
        return [Field(_("Day"), "date"), *number, *unit, Field(_("Title")), *owner, Field(_("State"))]

    def lines(self) -> Iterator[Listed]:
        yield from (Listed(row, tuple(self._cells(row))) for row in self.rows)

    def on_page(self) -> list[SafeString]:
        """The cells of each row: put together here, because a template takes three times as long for hundreds of them."""
        at = 1 + self.register.numbered + (self.register.unit_kind != UnitKind.SCHOOL)
        return [_row(row, at) for row in self.lines()]

    def _cells(self, row: Kept) -> Iterator[Any]:
        yield row.day
        if self.register.numbered:
            yield row.number
        if self.register.unit_kind != UnitKind.SCHOOL:
            yield name_on(row.unit, row.day)
        yield row.title
        if self.register.owned:
            yield row.owner
        yield row.standing.words
        paper = self.papers.get(row.pk)
        yield from cells(self.fields, (paper.description, paper.values) if paper else (self.asked, {}), self.known)

    def worksheet(self, title: str) -> Worksheet:
        with override(settings.LANGUAGE_CODE):
            return Worksheet(title, self.head, [row.cells for row in self.lines()], title=title)


def _row(row: Listed, title_at: int) -> SafeString:
    cells = list(map(_cell, row.cells))
    cells[title_at] = f'<th scope="row"><a href="{address_of(row.entry.pk)}">{escape(row.entry.title)}</a></th>'
    return mark_safe("".join(cells))


def _cell(value: Any) -> str:
    words = "" if value is None else str(value)
    if len(words) <= SHORT:
        return f'<td class="nowrap">{escape(words)}</td>'
    return f"<td>{escape(words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 1] + '…')}</td>"
