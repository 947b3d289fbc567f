"""What the preview shows of a row: each cell as it was understood, so that a date or a class read wrong is seen in time."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from navmark.foundation.people.importing.details import SEALED, SEXES, in_words
from navmark.foundation.people.importing.intake import Intake, Topic
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.models import PostKind, Status
from navmark.foundation.people.naming import class_name_on, grade_name, group_name
from navmark.foundation.tables.cells import ClassName, WrittenDate, WrittenGrade
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Row

ELSEWHERE = ("serial", "name")  # the line's own number, and whom it is about
END = 4  # characters shown of what is sealed


class Showing:
    """The columns a table has, in its order, and the cells of its rows below them."""

    def __init__(self, intake: Intake, topic: Topic, setting: Setting) -> None:
        self.topic, self.setting = topic, setting
        self.same: dict[str, str] = {}  # most cells say what others say; each text is kept once
        labels = {column.key: str(column.label) for column in topic.columns()}
        mapping = intake.mapping
        known = {key: heading for heading, key in mapping.keys.items() if key in labels and key not in ELSEWHERE}
        places = sorted(known, key=lambda key: mapping.places[known[key]])
        derived = {"class": labels["class"]} if topic.shown and "class" not in known else {}
        self.columns = {**derived, **{key: known[key] for key in places}}

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(self.columns.values())

    def __call__(self, row: Row) -> tuple[str, ...]:
        derived = self.topic.shown(self.setting, row) if self.topic.shown else {}
        shown = (derived.get(key) or self._cell(row, key) for key in self.columns)
        return tuple(self.same.setdefault(text, text) for text in shown)

    def _cell(self, row: Row, key: str) -> str:
        text = row.texts.get(key, "")
        if key.endswith(SEALED):
            return f"…{text[-END:]}" if text else ""
        return self._understood(row.values[key]) if key in row.values else text

    def _understood(self, value: Any) -> str:
        if isinstance(value, WrittenDate):
            return in_words(value.on, value.precision)
        if isinstance(value, ClassName):
            return self._class(value)
        if isinstance(value, WrittenGrade):
            return grade_name(value.grade) if value.grade else _("entered in %(year)s") % {"year": value.entry_year}
        if isinstance(value, list):
            return pgettext("between the words of a list", ", ").join(str(PostKind(kind).label) for kind in value)
        if isinstance(value, int):
            return group_name(value)
        if value in SEXES:
            return str(SEXES[value].label)
        return str(Status(value).label) if value in Status.values else str(value)

    def _class(self, named: ClassName) -> str:
        try:
            return class_name_on(self.setting.class_of(named), self.setting.on) if named.is_whole else str(named.number)
        except CellProblem:
            return ""
