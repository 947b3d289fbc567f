"""What a table shows: the turns of a span with what the keeper should know, and the same on paper and as XLSX."""

from collections import Counter
from datetime import date, timedelta
from functools import cached_property

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import WIDTH, Note, RuledColumn, RuledTable, Sheet, Title
from navmark.foundation.rotas.grid import GridRow, columns, grid
from navmark.foundation.rotas.holders import Absences, RotaCircle
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.running import periods_ahead
from navmark.foundation.rotas.stretches import Recurrence, Stretch
from navmark.foundation.tables.writing import Field, Worksheet

BACK = timedelta(days=14)  # what the page still shows of the past
WHEN, WEEK, SHIFT = 44, 68, 30  # mm; a week is told with its first and last day, where there is room
FEW = 3  # columns of names beside which there is
MOST_COLUMNS = 6  # of names, for which an upright sheet has room


class TurnTable:
    """One rota of one unit, from a day on; `until` a day: only the turns that somebody had. Seven queries, however many turns."""

    def __init__(self, rota: Rota, unit: Unit, *, on: date, since: date | None = None, until: date | None = None) -> None:
        self.rota, self.unit, self.on = rota, unit, on
        self.since, self.until = since or on - BACK, until
        self.around = RotaCircle(rota, unit, on=on)
        self.calendar = school_calendar()

    @cached_property
    def ahead(self) -> list[Stretch]:
        if self.until or (self.rota.active_to is not None and self.rota.active_to < self.on):
            return []
        return periods_ahead(self.rota, self.calendar, on=self.on)

    @cached_property
    def turns(self) -> list[Turn]:
        rows = Turn.objects.filter(rota=self.rota, unit=self.unit, ends_on__gte=self.since)
        rows = rows.filter(starts_on__lte=self.until) if self.until else rows
        return list(rows.select_related("rota", "person", "holder_unit", "activity"))

    @cached_property
    def rows(self) -> list[GridRow]:
        return grid(self.rota, self.turns, self.ahead, on=self.on)

    @property
    def began_before(self) -> bool:
        """Whether periods that are over stand above others."""
        return self.rows[0].is_past and not self.rows[-1].is_past

    @property
    def columns(self) -> list[str]:
        return columns(self.rota)

    def without_a_turn(self) -> list[str]:
        """A hint for the keeper alone: who had none this school year, and has none ahead."""
        since = date(school_year_of(self.on), 9, 1)
        rows = Turn.objects.filter(rota=self.rota, unit=self.unit, starts_on__gte=since)
        had = Counter(person or unit for person, unit in rows.values_list("person", "holder_unit"))
        return [one.name for pk, one in self.around.holders.items() if not had[pk]]

    def away(self) -> list[str]:
        """For the keeper: whose turn lies ahead though she will be away."""
        ahead = [one for one in self.turns if one.person and one.ends_on >= self.on and not one.is_kept]
        if not ahead:
            return []
        absences = Absences({one.holder_id for one in ahead}, self.on, ahead[-1].ends_on)
        found = ((one, absences.reason(one.holder_id, one.starts_on, one.ends_on)) for one in ahead)
        return [f"{one.when} {one.holder}（{reason}）" for one, reason in found if reason]

    @property
    def title(self) -> str:
        whose = "" if self.unit.kind == UnitKind.SCHOOL else name_on(self.unit, self.on)
        return f"{whose}{self.rota.title}"

    def _lines(self) -> list[tuple[str, ...]]:
        shifts = [1] if self.rota.shifts else []
        return [
            (row.when, *([row.shift] if shifts else []), *(cell.turn.holder if cell.turn else "" for cell in row.cells))
            for row in self.rows
        ]

    def _heads(self) -> list[str]:
        return [_("When"), *([_("Shift")] if self.rota.shifts else []), *self.columns]

    def sheet(self) -> Sheet:
        with override(settings.LANGUAGE_CODE):
            heads = self._heads()[: MOST_COLUMNS + 2]
            is_weekly = self.rota.every in (Recurrence.WEEK, Recurrence.SCHOOL_WEEK)
            when = WEEK if is_weekly and len(self.columns) <= FEW else WHEN
            fixed = [when, *([SHIFT] if self.rota.shifts else [])]
            room, count = WIDTH - sum(fixed), len(heads) - len(fixed)
            widths = [*fixed, *(room // count + (1 if place < room % count else 0) for place in range(count))]
            ruled = tuple(RuledColumn(head, width) for head, width in zip(heads, widths, strict=True))
            lines = tuple(line[: len(heads)] for line in self._lines())
            foot = Note(f"{wording.day(self.on)}打印。如需换班，请提前告知负责人。")
            return Sheet(self.title, (Title(self.title), RuledTable(ruled, lines, dense=True), foot), on=self.on)

    def worksheet(self) -> Worksheet:
        with override(settings.LANGUAGE_CODE):
            return Worksheet(self.title, [Field(head) for head in self._heads()], self._lines(), title=self.title)
