"""The minute tick's part: remind whoever is in charge, once ahead and once when a duty is late.

Ahead is a week, or the month that the rule names: of a talk (A22) each member is reminded from October, alone.
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.shortcuts import resolve_url
from django.utils.timezone import localtime

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import Owed, asks_from, with_states
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.models import Post, PostKind

FARTHEST = timedelta(days=366)  # nothing asks earlier than this before its day
QUIET_FROM, QUIET_TO = time(20, 0), time(7, 30)


def remind(at: datetime) -> int:
    """Make the reminders that are due now; how many. Evenings, nights and days of rest are quiet: it is done the next workday."""
    local = localtime(at)
    if not QUIET_TO <= local.time() < QUIET_FROM or not work_calendar().day_kind(local.date()).workday:
        return 0
    day = local.date()
    rows = Duty.objects.filter(opens_on__lte=day, due_on__lte=day + FARTHEST, closed_at__isnull=True)
    told = set(Notice.objects.values_list("subject_id", "kind"))
    asking = [one for one in with_states(rows, day) if one.is_open and _asks(one, day)]
    waiting = [one for one in asking if (one.duty.pk, _kind(one).value) not in told]
    in_charge = _in_charge(day)
    for one in waiting:
        people = in_charge.get(one.duty.subject_id, ()) if one.duty.subject_kind == "unit" else (one.duty.subject_id,)
        tell(people, kind=_kind(one), title=one.title, url=resolve_url(settings.LOGIN_REDIRECT_URL), subject=one.duty.pk, at=at)
    return len(waiting)


def _asks(one: Owed, day: date) -> bool:
    first = asks_from(one.duty)
    return first is not None and first <= day


def _kind(one: Owed) -> NoticeKind:
    return NoticeKind.LATE if one.state == DutyState.LATE else NoticeKind.COMING


def _in_charge(day: date) -> dict[UUID, list[UUID]]:
    """Unit -> who sees to its duties: secretary and clerk for a branch, the leader for a group, the teacher for a class."""
    kinds = (PostKind.SECRETARY, PostKind.CLERK, PostKind.GROUP_LEADER, PostKind.CLASS_TEACHER)
    found: dict[UUID, list[UUID]] = {}
    for unit, person in Post.objects.on(day).filter(kind__in=kinds, unit__isnull=False).values_list("unit", "person"):
        found.setdefault(unit, []).append(person)
    return found
