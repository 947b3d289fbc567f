"""The plan of a term before one viewer: weeks by columns."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.almanac.terms import TermDates
from navmark.foundation.links.models import Tag
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.termplan import weeks
from navmark.foundation.termplan.access import keeps_plan
from navmark.foundation.termplan.columns import OTHER, Columns
from navmark.foundation.termplan.gathering import campaigns, due, entries, hers, lines, occasions, pledged, turns
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.gathering.dated import dated
from navmark.foundation.termplan.gathering.typed import typed
from navmark.foundation.termplan.items import ALWAYS, CellEntry, Placed, PlanItem, entries_of
from navmark.foundation.termplan.weeks import TermWeek

NOW = "now"  # the week of today; in the holidays the first of the term to come
SQL_OF_TERM = 15  # of the page, whoever looks at it and however much the term holds


@dataclass(frozen=True)
class PlanColumnShown:
    code: str
    title: str


@dataclass(frozen=True)
class PlanCell:
    """What stands in one week of one column."""

    title: str
    entries: tuple[CellEntry, ...]


@dataclass(frozen=True)
class PlanRow:
    """A week with what stands in each column; without a week what holds the whole term."""

    week: TermWeek | None
    cells: tuple[PlanCell, ...]
    is_now: bool = False
    is_past: bool = False

    @property
    def count(self) -> int:
        """How many things stand in it."""
        return sum(len(entry.items) for cell in self.cells for entry in cell.entries)

    @property
    def filled(self) -> list[PlanCell]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if cell.entries]


class TermPlan:
    """What was gathered of a term, before one viewer. `only_for_all`: as it goes to the wall and to the group."""

    def __init__(self, asked: PlanAsked, placed: list[Placed], campaigns: list[Tag], *, only_for_all: bool = False) -> None:
        self.viewer, self.on, self.term, self.weeks = asked.viewer, asked.viewer.on, asked.term, asked.weeks
        self.campaigns = campaigns
        self.keeps = keeps_plan(asked.viewer)
        self._asked, self._placed, self._only_for_all = asked, placed, only_for_all

    def for_all(self) -> "TermPlan":
        """The same with what the whole staff may read."""
        return TermPlan(self._asked, self._placed, self.campaigns, only_for_all=True)

    @cached_property
    def _by_cell(self) -> dict[tuple[int, str], list[PlanItem]]:
        found: dict[tuple[int, str], list[PlanItem]] = defaultdict(list)
        for one in self._placed:
            if one.item.for_all or not self._only_for_all:
                found[one.week, one.column].append(one.item)
        return found

    @cached_property
    def columns(self) -> list[PlanColumnShown]:
        """Those in which something stands in this term, in the order of the programme; the other work behind them."""
        used = {column for _week, column in self._by_cell}
        found = [PlanColumnShown(one.code, one.name) for one in self._asked.columns.rows if one.code in used]
        return found + ([PlanColumnShown(OTHER, _("Other work"))] if OTHER in used else [])

    @cached_property
    def rows(self) -> list[PlanRow]:
        """One a week, all of them."""
        return [
            PlanRow(week, self._cells(place), is_now=self.on in week, is_past=week.ends < self.on)
            for place, week in enumerate(self.weeks)
        ]

    @cached_property
    def always(self) -> PlanRow:
        """What holds the whole term: the row above the weeks."""
        return PlanRow(None, self._cells(ALWAYS))

    def _cells(self, week: int) -> tuple[PlanCell, ...]:
        found = ((one.title, self._by_cell.get((week, one.code), ())) for one in self.columns)
        return tuple(PlanCell(title, tuple(entries_of(items))) for title, items in found)

    def row_of(self, key: str) -> PlanRow | None:
        return next((row for row in self.rows if row.week and row.week.key == key), None)

    @property
    def week_now(self) -> TermWeek:
        """That of today; in the holidays the first of the term to come."""
        return self.weeks[weeks.week_at(self.weeks, self.on)]

    @property
    def is_hers_alone(self) -> bool:
        """Whether something stands here that is not for the whole staff."""
        return any(not one.item.for_all for one in self._placed)

    @property
    def is_empty(self) -> bool:
        return not self._by_cell

    @property
    def key(self) -> str:
        return self.term.period.key

    @property
    def title(self) -> str:
        return weeks.label_of(self.term)

    @property
    def provisional(self) -> Iterator[str]:
        """What of the calendar is a guess still."""
        if self.term.provisional:
            yield _("The days of this term have not been entered; the usual ones stand here.")
        if any(off.provisional for week in self.weeks for off in week.days_off):
            yield _("Days off of a year that has not been announced are those of the law, provisional.")

    @property
    def neighbours(self) -> tuple[TermDates, TermDates]:
        return weeks.neighbours(self._asked.calendar, self.term)


def plan_of(viewer: Viewer, *, term: str = "", week: str = "") -> TermPlan:
    """Of the term of this key, or of today's. Ten queries at most, however much there is. `week`: the key of the only one that is
    looked at, or "now"."""
    calendar = school_calendar()
    found = weeks.term_called(calendar, term, viewer.on)
    among = weeks.weeks_of(found, calendar.work)
    wanted = among[weeks.week_at(among, viewer.on)].key if week == NOW else week
    only = next((one for one in among if one.key == wanted), None)
    asked = PlanAsked(viewer, calendar, found, among, Columns.read(), only)
    own, waits = typed(asked), dated(asked)
    seen, taken = occasions.occasions_seen(asked), turns.turns_seen(asked)
    placed = [
        *campaigns.placed(asked, own.campaigns),
        *occasions.placed(asked, seen.values(), turns.holders_of_occasions(taken)),
        *turns.placed(asked, taken, seen.keys()),
        *lines.placed(asked, own.lines, keeps=keeps_plan(viewer)),
        *due.placed(asked, seen.values(), turns.of_kinds(asked, taken)),
        *entries.placed(asked, waits),
        *pledged.placed(asked, waits),
        *hers.placed(asked, waits),
    ]
    return TermPlan(asked, placed, own.campaigns)
