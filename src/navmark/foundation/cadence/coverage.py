"""What of a year's cadence is covered, subject by period: what was asked, done, excused, late, and what is still to come.

A duty row exists for the past and the near future only (see `sweeping.py`). Later periods of the year are judged as if their
row were there. A past period without a row was never asked for and is never late: the school had not begun, or nobody was there.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.periods import Period, PeriodKind
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Fulfilment
from navmark.foundation.cadence.queries import Owed, with_states
from navmark.foundation.cadence.spans import Span, party_year, whole
from navmark.foundation.cadence.specs import Subject
from navmark.foundation.cadence.sweeping import unsaved_duty
from navmark.foundation.people.models import Unit

MONTHS_OF = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12, PeriodKind.PARTY_YEAR: 12}


@dataclass(frozen=True)
class Owner:
    """A subject of duties, and the last day on which it is there."""

    pk: UUID
    subject: Subject
    to_day: date | None = None


def owner_of(unit: Unit) -> Owner:
    return Owner(unit.pk, Subject(f"unit:{unit.kind}"), unit.to_day)


@dataclass(frozen=True)
class Covered:
    """One period of one subject. `times` is how often it is asked for: 0 where nothing is, or where it is excused."""

    span: Span
    first_month: int
    months: int
    state: DutyState | None = None
    times: int = 0
    done: int = 0
    sources: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class CoverageLine:
    """One cadence of one subject through the year."""

    cadence: Cadence
    owner: Owner
    cells: tuple[Covered, ...]


def slots(kind: str, year: int) -> list[tuple[Span, int, int]]:
    """(span, first month, months) of each period of a calendar year; nothing for weeks and terms, which do not divide it."""
    months = MONTHS_OF.get(PeriodKind(kind))
    if months is None:
        return []
    if kind == PeriodKind.PARTY_YEAR:
        return [(party_year(year, {}), 1, months)]
    found = periods.each(PeriodKind(kind), starts=date(year, 1, 1), ends=date(year, 12, 31))
    return [(whole(period), period.starts.month, months) for period in found]


def coverage(owners: Collection[Owner], year: int, *, on: date, kinds: Collection[str]) -> list[CoverageLine]:
    """Each cadence of these activity kinds and each owner that owes it, as of `on`. Three queries, however many rows;
    two more for the calendar where one of them rests in the holidays.
    """
    cadences = list(Cadence.objects.filter(activity_kind__in=list(kinds)).order_by("active_from", "id"))
    calendar = school_calendar() if any(cadence.rests for cadence in cadences) else None
    keys = {span.key for cadence in cadences for span, _first, _months in slots(cadence.period, year)}
    rows = Duty.objects.filter(cadence__in=cadences, subject_id__in=[one.pk for one in owners], period_key__in=keys)
    owed = {(one.duty.cadence_id, one.duty.subject_id, one.duty.period_key): one for one in with_states(rows, on)}
    sources = _sources(owed.values())
    return [
        CoverageLine(cadence, owner, tuple(_cells(cadence, owner, year, calendar, on=on, owed=owed, sources=sources)))
        for cadence in cadences
        for owner in owners
        if _owes(owner.subject, Subject(cadence.subject))
    ]


def _owes(owner: Subject, asked: Subject) -> bool:
    """Whatever is asked of some units of a kind only is theirs too, where it was done."""
    return owner == asked or (owner.unit_kind != "" and owner.unit_kind == asked.unit_kind)


def _sources(owed: Collection[Owed]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for duty, source in Fulfilment.objects.filter(duty__in=[one.duty.pk for one in owed]).values_list("duty", "source_id"):
        found[duty].append(source)
    return found


def _cells(
    cadence: Cadence, owner: Owner, year: int, calendar: SchoolCalendar | None, *, on: date, owed: dict, sources: dict
) -> Sequence[Covered]:
    made = []
    for span, first, months in slots(cadence.period, year):
        one = owed.get((cadence.pk, owner.pk, span.key))
        state = _state(one) if one else None
        if one is None and not _lies_in_the_holidays(cadence, span, calendar):
            state = _state_unswept(cadence, owner, span, on)
        asked = state is not None and state != DutyState.EXCUSED
        found = tuple(sources[one.duty.pk]) if one else ()
        times = (one.duty.times if one else cadence.times) if asked else 0
        made.append(Covered(span, first, months, state, times, len(found), found))
    return made


def _lies_in_the_holidays(cadence: Cadence, span: Span, calendar: SchoolCalendar | None) -> bool:
    if calendar is None or not cadence.rests:
        return False
    period = Period(PeriodKind(cadence.period), span.key, span.opens_on, span.ends_on)
    return calendar.last_worked(period, at_school=True) is None


def _state(one: Owed) -> DutyState | None:
    return None if one.duty.closed_at else one.state


def _state_unswept(cadence: Cadence, owner: Owner, span: Span, on: date) -> DutyState | None:
    """The state of a period that no sweep has reached: it is still to come, or was never asked for."""
    ends = span.due_on or date(span.opens_on.year, 12, 31)
    gone = owner.to_day is not None and owner.to_day < max(span.opens_on, on)
    stopped = cadence.active_to is not None and cadence.active_to < span.opens_on
    if ends < on or gone or stopped or ends < cadence.active_from:
        return None
    return unsaved_duty(cadence, owner.pk, span).state_on(on)
