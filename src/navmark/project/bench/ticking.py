"""What the minute tick costs: in the large school when a day begins, when nothing changed, and over two hundred schools."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.tenancy.scope import within
from navmark.project import tick
from navmark.project.bench.large import Large, quiet_schools, seconds

SCHOOLS = 200
MORNING = time(10)  # when people are reminded
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Ticks:
    """Seconds; `sql` of the quiet ones is the same from minute to minute."""

    new_day: float
    quiet: float
    quiet_sql: tuple[int, int]
    of_all_schools: float


def measure_ticks(large: Large, at: datetime) -> Ticks:
    morning = _next_workday(large, at)
    new_day = seconds(lambda: tick.run(morning))
    counts = (_sql(morning + MINUTE), _sql(morning + 2 * MINUTE))
    quiet = min(seconds(lambda: tick.run(morning + 3 * MINUTE)) for _again in range(3))
    quiet_schools(SCHOOLS, large.school, on=localdate(morning))
    return Ticks(new_day, quiet, counts, seconds(lambda: tick.run(morning + 4 * MINUTE)))


def _next_workday(large: Large, at: datetime) -> datetime:
    with within(large.school):
        day = localdate(at) + timedelta(days=1)
        while not work_calendar().day_kind(day).workday:
            day += timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=get_current_timezone())


def _sql(at: datetime) -> int:
    with CaptureQueriesContext(connection) as caught:
        tick.run(at)
    return len(caught)
