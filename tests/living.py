"""A school lives through its days by a passed clock: what falls due, what is done of it, who is reminded of what, and when."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.utils.timezone import get_current_timezone

from navmark.foundation.almanac.arithmetic import monday_of
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.cadence import actions
from navmark.foundation.cadence.models import Duty
from navmark.foundation.notices.models import Notice
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people.models import Person
from navmark.project.chores import keep_duties

ONE_DAY = timedelta(days=1)
NIGHT, MORNING, EVENING = time(3), time(8), time(20, 30)


def moment(day: date, at: time = MORNING) -> datetime:
    return datetime.combine(day, at, tzinfo=get_current_timezone())


def days(first: date, last: date) -> Iterator[date]:
    return (first + number * ONE_DAY for number in range((last - first).days + 1))


def lived_through(first: date, last: date) -> Iterator[date]:
    """Each day, once its morning has passed. Duties are kept on Mondays, reminders every day; at night, in the evening and on a
    day of rest nobody is reminded, and nobody twice."""
    work = school_calendar().work
    for day in days(first, last):
        if day in (first, monday_of(day)):
            keep_duties(moment(day, NIGHT))
        assert remind(moment(day, NIGHT)) == remind(moment(day, EVENING)) == 0, day
        reminded = remind(moment(day))
        assert work.day_kind(day).workday or not reminded, f"somebody was reminded on {day}, a day of rest"
        assert not reminded or remind(moment(day)) == 0, f"somebody was reminded twice on {day}"
        yield day


def do(day: date, but: Mapping[date, Collection[str]], *, by: Person) -> None:
    """Whatever is due today of cadences is done today, but these."""
    for duty in Duty.objects.filter(cadence__isnull=False, due_on=day, settled="", closed_at=None).select_related("cadence"):
        if duty.cadence.code not in but.get(day, ()):
            done(duty, day, by=by)


def done(duty: Duty, day: date, *, by: Person) -> None:
    kind, subject = duty.cadence.activity_kind, duty.subject_id
    actions.fulfil_kind(kind, subjects=[subject], on=day, source=("test", uuid4()), by=by, at=moment(day))


def due_days(first: date, last: date) -> dict[str, dict[str, str]]:
    """Cadence -> month -> the days of that month on which it is due, as one writes them: "4 11 20"."""
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Duty.objects.filter(cadence__isnull=False, due_on__range=(first, last))
    for code, due_on in rows.values_list("cadence__code", "due_on"):
        found[code][f"{due_on:%Y-%m}"].add(due_on.day)
    return {code: {month: " ".join(map(str, sorted(some[month]))) for month in sorted(some)} for code, some in found.items()}


def notices_by_month(kind: str) -> dict[str, int]:
    """How many were sent about what is due of cadences."""
    found: dict[str, int] = defaultdict(int)
    about = Duty.objects.filter(cadence__isnull=False).values("pk")
    for made_at in Notice.objects.filter(kind=kind, subject_id__in=about).values_list("made_at", flat=True):
        found[f"{made_at.astimezone(get_current_timezone()):%Y-%m}"] += 1
    return dict(sorted(found.items()))
