"""The list of a register: filtered, with the columns of its paper; the same on the page, as a table, on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.in_tables import cells, columns, head
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import answers_to, newest
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.tables.writing import Field, Worksheet

OPEN = "open"


@dataclass(frozen=True)
class Wanted:
    """What the filter says. `state`: a state of the newest edition, "open" for every open one, or nothing."""

    year: int
    state: str = ""
    unit: UUID | None = None
    owner: UUID | None = None
    text: str = ""


def entries(viewer: Viewer, one: Register, wanted: Wanted) -> QuerySet[Entry]:
    """Newest first; only what this viewer may see. What is still open stands there in every year."""
    rows = access.visible_to(viewer, one).filter(Q(year=wanted.year) | Q(closed_at__isnull=True, year__lt=wanted.year))
    if wanted.state == OPEN:
        rows = rows.filter(closed_at__isnull=True)
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.unit:
        rows = rows.filter(unit=wanted.unit)
    if wanted.owner:
        rows = rows.filter(owner=wanted.owner)
    if wanted.text:
        rows = rows.filter(Q(title__icontains=wanted.text) | Q(owner__name__icontains=wanted.text))
    return rows


def with_whose(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """These rows in their order, each with its unit, its owner and its steps: joined to those alone that are shown."""
    return Entry.objects.filter(pk__in=rows.values("pk")).select_related("edition", "unit", "owner")


@dataclass(frozen=True)
class Listed:
    entry: Entry
    cells: tuple[Any, ...]


class List:
    """Columns and rows of these entries: three queries, however many. What is sensitive on their paper stays out."""

    def __init__(self, one: Register, rows: Sequence[Entry], *, on: date) -> None:
        self.register, self.rows = one, rows
        self.papers = answers_to(ENTRY, [row.pk for row in rows])
        self.known = known_here(on, papers=self.papers.values())

    @cached_property
    def asked(self) -> Description:
        """What its paper asks today."""
        paper = newest(self.register.paper)
        return paper.description if paper else Description(())

    @cached_property
    def fields(self) -> list[PaperField]:
        filled = [(paper.edition.description, paper.values) for paper in self.papers.values()]
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

    def _cells(self, row: Entry) -> Iterator[Any]:
        yield row.day
        if self.register.numbered:
            yield row.number
        if self.register.unit_kind != UnitKind.SCHOOL:
            yield name_on(row.unit, row.day)
        yield row.title
        if self.register.owned:
            yield row.owner.name if row.owner else ""
        yield row.standing.words
        paper = self.papers.get(row.pk)
        yield from cells(self.fields, (paper.edition.description, paper.values) if paper else (self.asked, {}), self.known)

    def worksheet(self, title: str) -> Worksheet:
        with override(settings.LANGUAGE_CODE):
            return Worksheet(title, self.head, [row.cells for row in self.lines()], title=title)
