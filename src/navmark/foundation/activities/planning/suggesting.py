"""A plan opens filled in: hour, place and people as last time or by the rules, the day within what is due, the next number."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localtime

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.numbering import next_numbers
from navmark.foundation.activities.planning.companions import companions
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.queries import latest
from navmark.foundation.activities.usual import Hands
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import Person, Unit

ONE_DAY = timedelta(days=1)
AHEAD = 30 * ONE_DAY  # how far the day is looked for where nothing is due
NEAR = 10  # days within which a workday is looked for
Period = tuple[date, date | None]


@dataclass(frozen=True)
class Suggestion:
    """What the plan's form opens with."""

    title: str
    day: date
    start: time
    end: time
    place: str
    hands: Hands
    numbers: dict[str, int]  # 年度第几次, of this kind and of what may be held with it


def suggest(kind: Kind, unit: Unit, *, by: Person, now: datetime, period: Period | None = None) -> Suggestion:
    last = latest(kind.code, unit, before=now)
    start, length = _clock(kind, last)
    day = suggested_day(kind, last, today=localtime(now).date(), period=period)
    return Suggestion(
        title=title_for(kind, unit, day), day=day, start=start, end=_end(day, start, length),
        place=last.place if last else "", hands=_hands(kind, unit, day, last, by),
        numbers=next_numbers([kind.code, *(one.code for one in companions(kind))], unit, day.year),
    )  # fmt: skip


def hands_of(kind: Kind, unit: Unit, day: date, *, by: Person, now: datetime) -> Hands:
    """Who hosts and who records it, where nobody was asked."""
    return _hands(kind, unit, day, latest(kind.code, unit, before=now), by)


def _hands(kind: Kind, unit: Unit, day: date, last: Activity | None, by: Person) -> Hands:
    """The host by the rules, where there are any; the recorder always as last time."""
    before = Hands(last.host, last.recorder) if last else Hands()
    if kind.usual.hands is not None:
        ruled = kind.usual.hands(unit, day)
        return Hands(ruled.host, before.recorder or ruled.recorder)
    return Hands(before.host or people_in([HEAD_OF], unit, on=day).first(), before.recorder or by)


def number_due(kind: Kind, unit: Unit, day: date) -> int | None:
    """How many are counted that day; None where the kind does not say whom."""
    if not kind.is_counted or not kind.expected:
        return None
    return people_in(kind.expected, unit, on=day).count() or None


def _clock(kind: Kind, last: Activity | None) -> tuple[time, timedelta]:
    if last is None or not last.tells_hour:
        return kind.usual.start, kind.usual.length
    length = last.ends_at - last.starts_at if last.ends_at else kind.usual.length
    return localtime(last.starts_at).time(), length


def _end(day: date, start: time, length: timedelta) -> time:
    """Of the same day: what began late ends with it."""
    ends = datetime.combine(day, start) + length
    return ends.time() if ends.date() == day else time(23, 59)


def suggested_day(kind: Kind, last: Activity | None, *, today: date, period: Period | None = None) -> date:
    """A workday of the period, the usual one if it lies not behind. Whoever is called together is not called to a day gone by."""
    first, until = period or (today, None)
    until = until or max(today, first) + AHEAD
    begin = max(first, today if kind.usual.notice else min(today, until))
    wished = max(begin, min(_wished(kind, last, begin), until))
    return _workday_near(work_calendar(), wished, not_before=begin, not_after=until)


def _wished(kind: Kind, last: Activity | None, begin: date) -> date:
    soon = begin + kind.usual.notice * ONE_DAY
    if last is not None and kind.usual.day_as_last == "weekday":
        return begin + (last.day.weekday() - begin.weekday()) % 7 * ONE_DAY
    if last is not None and kind.usual.day_as_last == "day of the month":
        usual = soon.replace(day=min(last.day.day, 28))
        return usual if usual >= begin else soon
    return soon


def _workday_near(calendar: WorkCalendar, day: date, *, not_before: date, not_after: date) -> date:
    later = (day + n * ONE_DAY for n in range(NEAR))
    earlier = (day - n * ONE_DAY for n in range(1, NEAR))
    for candidate in (*later, *earlier):
        if not_before <= candidate <= not_after and calendar.day_kind(candidate).workday:
            return candidate
    return day
