"""The list of a register: the columns of its paper beside its own; the same on the page, as a table, on paper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.in_tables import cells, columns, head
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import listed
from navmark.foundation.papers.types.choices import Choice
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import SchoolOn
from navmark.foundation.printing import wording
from navmark.foundation.registers.files import ENTRY, address_of
from navmark.foundation.registers.models import HandRole, Register
from navmark.foundation.registers.paging import Kept
from navmark.foundation.tables.writing import Field, Worksheet
from navmark.foundation.ui.cells import row_of

SCREEN_MOST = 8  # columns of the paper on a screen; the table and the print have all


@dataclass(frozen=True)
class Listed:
    """`cells` as a table has them."""

    entry: Kept
    cells: tuple[Any, ...]


class OwnColumn(NamedTuple):
    """A column beside those of the paper, and what stands there."""

    field: Field
    cell: Callable[[Kept], Any]


class List:
    """Columns and rows of these entries: at most three queries, however many. What is sensitive on their paper stays out."""

    def __init__(self, viewer: SchoolOn, one: Register, rows: Sequence[Kept]) -> None:
        self.register, self.rows = one, rows
        self.papers, self.asked = listed(ENTRY, [row.pk for row in rows], paper=one.paper)
        self.known = known_here(viewer.on, papers=self.papers.values())
        self.tells_unit = sum(unit.kind == one.unit_kind for unit in viewer.units) > 1

    @cached_property
    def fields(self) -> list[PaperField]:
        filled = [(paper.description, paper.values) for paper in self.papers.values()]
        return columns(self.asked, filled, self.known)

    @cached_property
    def on_screen(self) -> list[PaperField]:
        """As many as a screen has room for: of a long paper what an entry must have, else its beginning."""
        if len(self.fields) <= SCREEN_MOST:
            return self.fields
        return ([one for one in self.fields if one.required == BEFORE] or self.fields)[:SCREEN_MOST]

    @property
    def head(self) -> list[Field]:
        """As an export has it: in the school's language."""
        with override(settings.LANGUAGE_CODE):
            return [*(one.field for one in self._own()), *head(self.fields)]

    @property
    def headings(self) -> list[str]:
        """As the page has them: in the reader's language. Two units may each have a first entry, and their column says so."""
        number, unit = _("Number of the entry"), UnitKind(self.register.unit_kind).label
        counted = _("%(number)s (by %(unit)s)") % {"number": number, "unit": unit} if self.tells_unit else number
        own = [counted if one.field.label == number else one.field.label for one in self._own()]
        return own + [field.name for field in self.on_screen]

    def _own(self) -> list[OwnColumn]:
        one = self.register
        number = [OwnColumn(Field(_("Number of the entry"), "integer"), lambda row: row.number)] if one.numbered else []
        unit = OwnColumn(Field(str(UnitKind(one.unit_kind).label)), lambda row: name_on(row.unit, row.day))
        owner = [OwnColumn(Field(one.owner_word), lambda row: row.owner)] if one.owned else []
        return [
            OwnColumn(Field(_("Day"), "date"), lambda row: row.day),
            *number,
            *([unit] if self.tells_unit else []),
            OwnColumn(Field(_("Title")), _title),
            *owner,
            *(OwnColumn(Field(capfirst(str(role.label))), partial(self._named, role)) for role in self._roles),
            *([OwnColumn(Field(_("Others")), lambda row: row.others)] if any(row.others for row in self.rows) else []),
            OwnColumn(Field(_("State")), lambda row: row.standing.words),
        ]

    @property
    def _roles(self) -> list[HandRole]:
        """The hands that it names, where somebody is named; children stand in no list."""
        there = {role for row in self.rows for role in row.hands} if self.rows else set(self.register.roles)
        return [role for role in HandRole if role in there and not self._is_of_children(role)]

    def _is_of_children(self, role: HandRole) -> bool:
        return self.register.about_children and role == HandRole.ABOUT

    @staticmethod
    def _named(role: HandRole, row: Kept) -> str:
        return wording.names(row.hands.get(role, ()))

    def lines(self, *, to_read: bool, fields: Sequence[PaperField] | None = None) -> Iterator[Listed]:
        """`to_read`: by people; else as a table brings them again. `fields`: of the paper; else all that it shows."""
        fields = self.fields if fields is None else fields
        own = [one.cell for one in self._own()]
        yield from (Listed(row, (*(cell(row) for cell in own), *self._answers(row, fields, to_read))) for row in self.rows)

    def on_page(self) -> list[SafeString]:
        """The cells of each row."""
        at, headings = next(place for place, one in enumerate(self._own()) if one.cell is _title), self.headings
        return [
            row_of(row.cells, headings, at=at, address=address_of(row.entry.pk))
            for row in self.lines(to_read=True, fields=self.on_screen)
        ]

    def by_choice(self, *, to_read: bool) -> list[Listed]:
        """As it is exported and printed: by the first choice by which the register counts, in the order of the choices."""
        return sorted(self.lines(to_read=to_read), key=lambda line: self._place(line.entry))

    def _place(self, row: Kept) -> int:
        """Without an answer it stands last."""
        field = self.asked.by_key.get(next(iter(self.register.count_by), ""))
        if not isinstance(field, Choice) or field.is_sealed:
            return 0
        paper = self.papers.get(row.pk)
        said = paper.values.get(field.key) if paper else None
        chosen = [said] if isinstance(said, str) else list(said or ())
        order = [key for key, _words in field.choices]
        return min((order.index(key) for key in chosen if key in order), default=len(order))

    def _answers(self, row: Kept, fields: Sequence[PaperField], to_read: bool) -> list[Any]:
        paper = self.papers.get(row.pk)
        filled = (paper.description, paper.values) if paper else (self.asked, {})
        return cells(fields, filled, self.known, to_read=to_read)

    def worksheet(self, title: str) -> Worksheet:
        with override(settings.LANGUAGE_CODE):
            return Worksheet(title, self.head, [row.cells for row in self.by_choice(to_read=False)], title=title)


def _title(row: Kept) -> str:
    return row.title
