"""The list of a register: the columns of its paper beside its own; the same on the page, as a table, on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.in_tables import cells, columns, head
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import listed
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.registers.files import ENTRY, address_of
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.paging import Kept
from navmark.foundation.tables.writing import Field, Worksheet

LONGEST_CELL = 40
SHORT = 10  # a state, a day or a short word is not broken in two


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
