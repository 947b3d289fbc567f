"""A table becomes entries: each row is looked at before any is stored, then all come in or none."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.lacking import STEP
from navmark.foundation.papers.listing import BETWEEN
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import heads
from navmark.foundation.registers.columns import HEAD, STATE, EntryColumns, PeopleNamed
from navmark.foundation.registers.heads import DAY, NUMBER, OTHERS, TITLE
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.tables.mapping import Mapping as Headings
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.preview import Change, Question, Report, RowOutcome, RowVerdict, preview
from navmark.foundation.tables.rows import Problem, Row, RowsRead, parse_rows
from navmark.foundation.tables.table import Table

ANOTHER, SAME = "another", "same"


class EntriesTable(EntryColumns):
    """A table on its way into a register. Six queries, however long it is. `headings`: what they mean, where that is known;
    `state`: in which state a row stands that says none, "" for the first.

    Raises ColumnsMissing.
    """

    def __init__(
        self, one: Register, unit: Unit, table: Table, *, viewer: Viewer, answers: Mapping[int, str],
        headings: Headings | None = None, state: str = "",
    ) -> None:  # fmt: skip
        super().__init__(one, unit, viewer)
        self.table, self.answers, self.state, self.lenient = table, answers, state, headings is None
        self.mapping = headings or map_headings(table, self.columns)
        self.read: RowsRead = parse_rows(table, self.mapping, self.columns)

    @cached_property
    def standing(self) -> set[tuple[Any, ...]]:
        """What is on record: (title, day), and (year, number). One query."""
        rows = Entry.objects.filter(register=self.register, unit=self.unit).values_list("title", "day", "year", "number")
        found: set[tuple[Any, ...]] = set()
        for title, day, year, number in rows:
            found |= {(title, day)} | ({(year, number)} if number else set())
        return found

    @cached_property
    def report(self) -> Report:
        shown = [column for column in self.columns if self.mapping.heading_of(column.key)]

        tells_day = any(column.key == f"{HEAD}{DAY}" for column in shown)

        def cells(row: Row) -> tuple[str, ...]:
            told = tuple(row.texts.get(column.key, "") for column in shown)
            return told if tells_day else (*told, self.day(row).isoformat())

        labels = (*(column.label for column in shown), *(() if tells_day else (_("Day"),)))
        return preview(self.read, self._verdict, about=self.title, keys=self._keys, shown=cells, headings=labels)

    def title(self, row: Row) -> str:
        return row.values.get(f"{HEAD}{TITLE}") or heads.begun(row.values.get(self.name) or "")

    def day(self, row: Row) -> date:
        """What its head says, else its paper, else today."""
        found: date = row.values.get(f"{HEAD}{DAY}") or row.values.get(self.day_from) or self.viewer.on
        return found

    def _keys(self, row: Row) -> Iterator[tuple[Any, ...]]:
        day, number = self.day(row), row.values.get(f"{HEAD}{NUMBER}")
        yield self.title(row), day
        if number:
            yield day.year, int(number)

    def _verdict(self, row: Row) -> RowVerdict:
        if lacking := tuple(self._lacking(row)):
            return RowVerdict(RowOutcome.PROBLEM, problems=lacking)
        if not any(key in self.standing for key in self._keys(row)):
            return RowVerdict(RowOutcome.NEW, changes=tuple(self._names_alone(row)))
        said = self.answers.get(row.number)
        if said:
            return RowVerdict(RowOutcome.NEW if said == ANOTHER else RowOutcome.UNCHANGED)
        choices = ((SAME, _("the same; leave it out")), (ANOTHER, _("another one; add it")))
        return RowVerdict(
            RowOutcome.QUESTION, question=Question(_("One of this title and day, or of this number, is here."), choices)
        )

    def _lacking(self, row: Row) -> Iterator[Problem]:
        """What the easiest step into its state asks."""
        state = self.course.state(row.values.get(STATE) or self.state or self.course.first.key)
        into = [f"{STEP}{step.key}" for step in self.course.steps if step.to == state.key and state != self.course.first]
        asked = [[one for one in self.asked.fields if one.required == due and one.key not in row.values] for due in into]
        for field in min(asked, key=len, default=()):
            yield Problem(field.label, _("nothing stands here, and what is “%(state)s” needs it.") % {"state": state.words})

    def _names_alone(self, row: Row) -> Iterator[Change]:
        for value in row.values.values():
            if isinstance(value, PeopleNamed) and value.others:
                yield Change(_("In no list of the school; the name alone is kept"), "", BETWEEN.join(value.others))

    def given(self, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
        """(what its head says, the answers of its paper)."""
        head = {key.removeprefix(HEAD): value for key, value in row.values.items() if key.startswith(HEAD)}
        head |= {DAY: self.day(row), "state": head.get("state") or self.state}
        named = {role: value for role, value in head.items() if isinstance(value, PeopleNamed)}
        others = [head.get(OTHERS), *(name for value in named.values() for name in value.others)]
        head |= {role: value.ids for role, value in named.items()} | {OTHERS: BETWEEN.join(filter(None, others))}
        return head, {key: value for key, value in row.values.items() if not key.startswith(HEAD)}
