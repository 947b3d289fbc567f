"""The columns of a kind from data: day, unit, what its paper asks, and how many were there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.occasions.writing import edition_of
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.in_tables import cells, columns, head
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.tables.writing import Field, Worksheet
from navmark.foundation.ui.cells import row_of

OWNER, PART = "activities.activity", "activities.part"


@dataclass(frozen=True)
class RegisterRow:
    activity: Activity
    cells: tuple[Any, ...]


def counted(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """`on_roll` and `there_on_roll`: also of a kind that keeps a number, where it joined a gathering with a roll."""
    due = Count("roll", filter=Q(roll__expected=True), distinct=True)
    there = Count("roll", filter=Q(roll__expected=True, roll__presence__in=THERE), distinct=True)
    return rows.annotate(on_roll=due, there_on_roll=there)


class OccasionRegister:
    """Columns and rows of these occasions (`counted`): two queries, and one where some joined a gathering; those who are named by
    pupils' circles stay out."""

    def __init__(self, one: Kind, rows: Sequence[Activity], *, on: date) -> None:
        self.kind, self.rows, self.on = one, rows, on
        self.parts = {row.pk: next(part for part in row.parts.all() if part.kind == one.code) for row in rows}
        self.papers = self._papers()
        self.known = known_here(on, papers=self.papers.values())

    def _papers(self) -> dict[UUID, Answers]:
        """By the occasion's id, wherever in its gathering it hangs."""
        joined = {part.pk: pk for pk, part in self.parts.items() if part.is_joined}
        own = answers_to(OWNER, [pk for pk, part in self.parts.items() if not part.is_joined])
        return own | ({joined[pk]: paper for pk, paper in answers_to(PART, joined).items()} if joined else {})

    @cached_property
    def fields(self) -> list[PaperField]:
        filled = [(paper.edition.description, paper.values) for paper in self.papers.values()]
        return columns(edition_of(self.kind).description, filled, self.known)

    @property
    def head(self) -> list[Field]:
        """As an export has it: in the school's language."""
        with override(settings.LANGUAGE_CODE):
            return [*self._own, *head(self.fields), *_counts()]

    @property
    def headings(self) -> list[str]:
        """As the page has them: in the reader's language."""
        return [*(field.label for field in self._own), *(one.name for one in self.fields), *(field.label for field in _counts())]

    @property
    def _own(self) -> list[Field]:
        return [Field(_("Day"), "date"), *self._whose, *([Field(_("Number"), "integer")] if self.kind.numbered else [])]

    @property
    def _whose(self) -> list[Field]:
        return [] if self.kind.unit_kind == UnitKind.SCHOOL else [Field(str(UnitKind(self.kind.unit_kind).label))]

    def lines(self, *, to_read: bool) -> Iterator[RegisterRow]:
        """`to_read`: by people; else as a table brings them again."""
        yield from (RegisterRow(row, tuple(self._cells(row, to_read))) for row in self.rows)

    def on_page(self) -> list[SafeString]:
        """The cells of each row, which leads by its day to the occasion."""
        headings = self.headings
        return [row_of(row.cells, headings, at=0, address=_address(row)) for row in self.lines(to_read=True)]

    def _cells(self, row: Activity, to_read: bool) -> Iterator[Any]:
        yield row.day
        if self._whose:
            yield name_on(row.unit, row.day)
        if self.kind.numbered:
            yield self.parts[row.pk].number
        yield from cells(self.fields, self._filled(row), self.known, to_read=to_read)
        is_counted = self.kind.is_counted and not self.parts[row.pk].is_joined
        yield row.due_count if is_counted else row.on_roll  # type: ignore[attr-defined]
        yield row.there_count if is_counted else (row.there_on_roll or None)  # type: ignore[attr-defined]

    def _filled(self, row: Activity) -> tuple[Description, Values]:
        paper = self.papers.get(row.pk)
        return (paper.edition.description, paper.values) if paper else (edition_of(self.kind).description, {})

    def worksheet(self, title: str) -> Worksheet:
        return Worksheet(title, self.head, [row.cells for row in self.lines(to_read=False)], title=title)


def _counts() -> list[Field]:
    return [Field(_("Number expected"), "integer"), Field(_("Number there"), "integer")]


def _address(row: RegisterRow) -> str:
    return reverse("activities:occasion", args=[row.activity.pk])
