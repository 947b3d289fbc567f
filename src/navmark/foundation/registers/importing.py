"""A table becomes entries: the headings are those of head and paper, names are found as on a page, all rows or none."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.in_tables import headings
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import heads
from navmark.foundation.registers.heads import DAY, NUMBER, TAGS, TITLE
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import Mapping as Headings
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.preview import Question, Report, RowOutcome, RowVerdict, preview
from navmark.foundation.tables.rows import Row, RowsRead, parse_rows
from navmark.foundation.tables.table import Table

HEAD = "head."  # before the key of a column that is the head's; the paper's are their own
ALIASES = {
    TITLE: ("题目", "标题", "名称", "题名", "事项", "项目名称"),
    DAY: ("日期", "时间", "发表日期", "发表时间", "获奖日期", "获奖时间", "年月日"),
    NUMBER: ("编号", "年度编号"),
    "owner": ("负责人", "责任人", "主持人"),
    "author": ("作者", "第一作者", "撰稿人"),
    "helper": ("参与人", "合作者", "协办人"),
    "about": ("对象", "涉及对象", "获奖人"),
}
ANOTHER, SAME = "another", "same"


class EntryColumns:
    """What may be told of an entry in a row, for one unit."""

    def __init__(self, one: Register, unit: Unit, viewer: Viewer) -> None:
        self.register, self.unit, self.viewer = one, unit, viewer

    @cached_property
    def asked(self) -> Description:
        paper = newest(self.register.paper)
        return Description(tuple(one for one in paper.description.on(self.viewer.on) if one.is_typed) if paper else ())

    @property
    def name(self) -> str:
        """The key of the answer that names an entry without a title; "" where none does."""
        found = heads.naming(self.register, self.asked)
        return found.key if found and found.required == BEFORE else ""

    @cached_property
    def columns(self) -> list[Column]:
        return columns_of(self.register, self.asked, self.name, unit=self.unit, viewer=self.viewer)


class EntriesTable(EntryColumns):
    """A table on its way into a register. Six queries, however long it is. `headings`: what they mean, where that is known.

    Raises ColumnsMissing.
    """

    def __init__(
        self, one: Register, unit: Unit, table: Table, *, viewer: Viewer, answers: Mapping[int, str],
        headings: Headings | None = None,
    ) -> None:  # fmt: skip
        super().__init__(one, unit, viewer)
        self.table, self.answers = table, answers
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

        def cells(row: Row) -> tuple[str, ...]:
            return tuple(row.texts.get(column.key, "") for column in shown)

        labels = tuple(column.label for column in shown)
        return preview(self.read, self._verdict, about=self.title, keys=self._keys, shown=cells, headings=labels)

    def title(self, row: Row) -> str:
        return row.values.get(f"{HEAD}{TITLE}") or heads.begun(row.values.get(self.name) or "")

    def _keys(self, row: Row) -> Iterator[tuple[Any, ...]]:
        day, number = row.values.get(f"{HEAD}{DAY}"), row.values.get(f"{HEAD}{NUMBER}")
        yield self.title(row), day
        if day and number:
            yield day.year, int(number)

    def _verdict(self, row: Row) -> RowVerdict:
        if not any(key in self.standing for key in self._keys(row)):
            return RowVerdict(RowOutcome.NEW)
        said = self.answers.get(row.number)
        if said:
            return RowVerdict(RowOutcome.NEW if said == ANOTHER else RowOutcome.UNCHANGED)
        choices = ((SAME, _("the same; leave it out")), (ANOTHER, _("another one; add it")))
        return RowVerdict(
            RowOutcome.QUESTION, question=Question(_("One of this title and day, or of this number, is here."), choices)
        )

    def given(self, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
        """(what its head says, the answers of its paper)."""
        head = {key.removeprefix(HEAD): value for key, value in row.values.items() if key.startswith(HEAD)}
        return head, {key: value for key, value in row.values.items() if not key.startswith(HEAD)}


def columns_of(one: Register, asked: Description, name: str, *, unit: Unit, viewer: Viewer) -> list[Column]:
    """What a table may tell. The paper's own names go before those that heads usually have."""
    about = known_here(viewer.on, unit=unit)
    own = [replace(column, required=asked.by_key[column.key].required == BEFORE) for column in headings(asked, about)]
    taken = {word for column in own for word in (column.label, *column.aliases)}
    fields = [field for field in heads.asked_of(one, on=viewer.on).fields if field.key != TAGS]
    head = []
    for field in fields:
        column = field.heading(about)
        aliases = tuple(word for word in ALIASES.get(field.key, ()) if word not in taken)
        needed = field.key == DAY or (field.key == TITLE and not name)
        head.append(replace(column, key=f"{HEAD}{field.key}", aliases=aliases, required=needed))
    return [*head, *own]
