"""The same hour every week, to the end of a term: each occasion is planned by itself, and changed or called off by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.plans import Plan
from navmark.foundation.activities.queries import planned_in
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people.models import Person

WEEK = timedelta(days=7)
LONGEST = timedelta(days=200)  # a term, and some weeks


@transaction.atomic
def repeat(plan: Plan, until: date, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> list[Activity]:
    """What follows the first: not its theme nor its number. Days off and weeks that have one already are passed over."""
    one = kind(plan.parts[0].kind)
    parts = [replace(part, topic="", number=None) for part in plan.parts]
    made = []
    for weeks, day in _days(localdate(plan.starts_at), until):
        if planned_in(one.code, plan.unit.pk, day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())):
            continue
        ends_at = plan.ends_at + weeks if plan.ends_at else None
        title = title_for(one, plan.unit, day)
        following = replace(plan, title=title, parts=parts, starts_at=plan.starts_at + weeks, ends_at=ends_at)
        made.append(arrange(following, by=by, at=at, on_behalf_of=on_behalf_of))
    return made


def _days(first: date, until: date) -> Iterator[tuple[timedelta, date]]:
    calendar, ahead = work_calendar(), WEEK
    while first + ahead <= until:
        if calendar.day_kind(first + ahead).workday:
            yield ahead, first + ahead
        ahead += WEEK
