"""A plan opens filled in: hour, place and host as last time, the day within what is due."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.queries import latest
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import Person, Unit

USUAL_START, USUAL_LENGTH = time(8, 0), timedelta(minutes=40)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Suggestion:
    day: date
    start: time
    end: time
    place: str
    host: Person | None
    recorder: Person
    due_count: int | None


def suggest(kind: Kind, unit: Unit, *, by: Person, now: datetime, period: tuple[date, date | None] | None) -> Suggestion:
    last = latest(kind.code, unit, before=now)
    start, length = _clock(last)
    day = suggested_day(last, today=localtime(now).date(), period=period)
    end = (datetime.combine(day, start) + length).time()
    return Suggestion(
        day=day, start=start, end=end, place=last.place if last else "",
        host=(last.host if last and last.host else None) or people_in([HEAD_OF], unit, on=day).first(),
        recorder=(last.recorder if last and last.recorder else None) or by,
        due_count=number_due(kind, unit, day),
    )  # fmt: skip


def number_due(kind: Kind, unit: Unit, day: date) -> int | None:
    """How many are counted that day; None where the kind does not say whom."""
    if not kind.is_counted or not kind.expected:
        return None
    return people_in(kind.expected, unit, on=day).count() or None


def _clock(last: Activity | None) -> tuple[time, timedelta]:
    if last is None:
        return USUAL_START, USUAL_LENGTH
    length = last.ends_at - last.starts_at if last.ends_at else USUAL_LENGTH
    return localtime(last.starts_at).time(), length


def suggested_day(last: Activity | None, *, today: date, period: tuple[date, date | None] | None) -> date:
    """The weekday of last time within the period, if it lies not behind; else today, or the next workday of the period."""
    first, until = period or (today, None)
    until = until or today + 30 * ONE_DAY
    begin = max(first, min(today, until))
    days = [begin + n * ONE_DAY for n in range((until - begin).days + 1)]
    calendar = work_calendar()
    working = [day for day in days if calendar.day_kind(day).workday]
    usual = [day for day in working if last is not None and day.weekday() == last.day.weekday()]
    return next(iter(usual or working or days), today)
