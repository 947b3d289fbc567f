"""A day, and an hour of the day."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from navmark.foundation.papers.fields import PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.tables import cells
from navmark.foundation.tables.cells.plain import is_nothing, plain
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.writing import ValueKind
from navmark.foundation.ui.dates import cn_date, cn_day

YEARS = range(1900, 2101)  # what a table of ours reads
HOUR = re.compile(r"(\d{1,2})[:点时](\d{1,2})?分?(?::\d{2})?")


@dataclass(frozen=True, kw_only=True)
class Day(PaperField, type="date"):
    """日期. `ahead`: of what is still to come when it is written down; where it is not, the words say so."""

    cell_kind: ClassVar[ValueKind] = "date"

    ahead: bool = False

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return day_field(self.name)

    def refuse(self, value: Value) -> None:
        if value.year not in YEARS:
            raise Unfit(_("This year is too far from today; please correct it."))

    def kept(self, value: Value) -> Any:
        return value.isoformat()

    def restored(self, stored: Any) -> Value:
        try:
            return date.fromisoformat(stored)
        except (TypeError, ValueError):
            raise Unfit(_("This is no day.")) from None

    def words(self, value: Value, known: Known) -> str:
        return self._told(cn_day(value), value, known)

    def on_page(self, value: Value, known: Known) -> str:
        """As days stand in lists: 12月15日(周二), of another year with the year."""
        return self._told(cn_date(value), value, known)

    def _told(self, day: str, value: Value, known: Known) -> str:
        is_past = self.ahead and value and value < known.on
        return _("%(day)s (already past when this was written down)") % {"day": day} if is_past else day

    def for_the_pen(self, known: Known) -> str:
        return "\u3000\u3000年\u3000月\u3000日"

    def cell(self, value: Value, known: Known) -> Any:
        return value

    def read(self, text: str, known: Known) -> Value:
        written = cells.written_date(text)
        if written is not None and written.precision != "day":
            raise CellProblem(_("“%(read)s” names no day; write it like 2026-11-20.") % {"read": text[:30]})
        return written and written.on


@dataclass(frozen=True, kw_only=True)
class Hour(PaperField, type="time"):
    """时刻."""

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return None if cleaned is None else cleaned.replace(second=0, microsecond=0)

    def kept(self, value: Value) -> Any:
        return f"{value:%H:%M}"

    def restored(self, stored: Any) -> Value:
        try:
            return time.fromisoformat(stored)
        except (TypeError, ValueError):
            raise Unfit(_("This is no time of the day.")) from None

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else f"{value:%H:%M}"

    def for_the_pen(self, known: Known) -> str:
        return "\u3000时\u3000分"

    def read(self, text: str, known: Known) -> Value:
        written = re.sub(r"\s+", "", plain(text))
        if is_nothing(written):
            return None
        found = HOUR.fullmatch(written)
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return time(int(found[1]), int(found[2] or 0))
        raise CellProblem(_("“%(read)s” is no time of the day; write it like 16:30.") % {"read": text[:30]})
