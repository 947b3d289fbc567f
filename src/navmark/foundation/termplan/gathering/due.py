"""What is due in the term and not arranged yet: by the duties there are, and beyond them by what the cadences will ask."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, Max, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities import kinds, shelves
from navmark.foundation.activities.circles import around
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.models import Cadence, Step
from navmark.foundation.cadence.spans import spans
from navmark.foundation.cadence.specs import Subject
from navmark.foundation.termplan.gathering.asking import PlanAsked, is_for_all
from navmark.foundation.termplan.gathering.occasions import OccasionSeen
from navmark.foundation.termplan.items import ALWAYS, ItemSort, Placed, PlanItem
from navmark.foundation.termplan.weeks import AFTER_THE_TERM, by_day

UNIT = "unit:"  # so begins a subject that is a kind of unit
THROUGH = (PeriodKind.SCHOOL_YEAR, PeriodKind.YEAR, PeriodKind.PARTY_YEAR)  # what is due later stands above the weeks


@dataclass(frozen=True)
class DuePeriod:
    """`waits`: how many have still to arrange it. `due_on`: None while the superior has set no day."""

    opens_on: date
    due_on: date | None
    waits: int


def placed(asked: PlanAsked, seen: Collection[OccasionSeen], taken: Mapping[tuple[int, str], int]) -> Iterator[Placed]:
    """What neither the occasions that are seen make good yet, nor the turns that are `taken` in the same week. One query, however
    many units owe it."""
    known: dict[UUID, dict[str, DuePeriod]] = defaultdict(dict)
    cadences: dict[UUID, Cadence] = {}
    for row in _counted(asked):
        cadences[row.pk] = row
        if row.key:
            known[row.pk][row.key] = DuePeriod(row.opens, row.due, row.waits)
    for pk, one in cadences.items():
        if (kind := _kind_seen(asked, one)) is not None:
            held = [occasion.day for occasion in seen if kind in occasion.kinds]
            found = _of_one(asked, one, kind, [*known[pk].values(), *_ahead(asked, one, known[pk], held)])
            yield from (due for due, waits in found if taken.get((due.week, kind.code), 0) < waits)


def _counted(asked: PlanAsked) -> Any:
    """Each cadence once for each period of which duties are known, or once without."""
    first, last = asked.span
    there = Q(duties__closed_at=None, duties__opens_on__lte=last) & (Q(duties__due_on__gte=first) | Q(duties__due_on=None))
    rows = Cadence.objects.filter(subject__startswith=UNIT, active_from__lte=last)
    rows = rows.alias(duty=FilteredRelation("duties", condition=there)).annotate(key=F("duty__period_key"))
    waits = Count("duty", filter=Q(duty__settled="", duty__step=Step.ARRANGE))
    return rows.annotate(opens=Min("duty__opens_on"), due=Max("duty__due_on"), waits=waits).order_by("code", "key")


def _kind_seen(asked: PlanAsked, cadence: Cadence) -> Kind | None:
    """Its kind, where she may read some occasion of it and it is still asked for."""
    if cadence.active_to is not None and cadence.active_to < max(asked.span[0], asked.viewer.on):
        return None
    try:
        kind = kinds.kind(cadence.activity_kind)
    except kinds.UnknownKind:
        return None
    return None if kind.is_private or around(asked.viewer, *kind.seen_by).is_nowhere else kind


def _of_one(asked: PlanAsked, cadence: Cadence, kind: Kind, periods: list[DuePeriod]) -> Iterator[tuple[Placed, int]]:
    """With how many have to arrange it. It leads to the year of its kind, where that is done."""
    column = asked.columns.of_kind(kind.code)
    item = PlanItem(ItemSort.DUE, str(kind.title), url=year_of(asked, kind), for_all=is_for_all(kind.seen_by))
    if cadence.period == PeriodKind.WEEK and not cadence.weeks:
        item = replace(item, words=_("Every week: %(what)s") % {"what": kind.title})
        yield Placed(ALWAYS, column, item), 1
        return
    last = asked.span[1] + AFTER_THE_TERM
    for one in periods:
        is_of_another_term = one.due_on is not None and one.due_on > last and cadence.period not in THROUGH
        if one.waits > 0 and not is_of_another_term:
            yield _placed(asked, item, one, column), one.waits


def year_of(asked: PlanAsked, kind: Kind) -> str:
    """The page of its year, if that is open to her."""
    shelf = next(one for one in shelves.all_shelves() if kind.code in one.codes)
    return reverse("activities:year", args=[shelf.code]) if shelves.is_open_to(asked.viewer, shelf) else ""


def _ahead(asked: PlanAsked, cadence: Cadence, known: Collection[str], held: list[date]) -> Iterator[DuePeriod]:
    """The periods of which nobody is asked yet, unless as many occasions are planned in them as there are units that owe one."""
    first, last = asked.span
    subject = Subject(cadence.subject)
    if subject.of_some and not known:
        return  # nobody here is asked for it now
    owed = cadence.times * asked.how_many(subject.unit_kind)
    for span in spans(cadence, last, asked.calendar, {}, since=max(first, cadence.active_from)):
        is_ahead = span.due_on is not None and span.due_on >= max(first, asked.viewer.on)
        if is_ahead and span.key not in known and span.opens_on <= last:
            planned = sum(map(span.holds, held))
            yield DuePeriod(span.opens_on, span.due_on, owed - planned)


def _placed(asked: PlanAsked, item: PlanItem, one: DuePeriod, column: str) -> Placed:
    if one.due_on is None:
        return Placed(ALWAYS, column, replace(item, note=_("by the superior's notice")))
    week = asked.place_of(one.due_on) if one.due_on <= asked.span[1] + AFTER_THE_TERM else ALWAYS
    return Placed(week, column, replace(item, by=one.due_on, note=by_day(one.due_on)))
