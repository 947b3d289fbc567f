"""The minute tick's part: remind whoever is in charge, once ahead and once when a duty is late.

Ahead is a week, or the month that the rule names: of a talk (A22) each member is reminded from October, alone. Only rows whose
moment has come are read; where nobody is in charge the moment is put off to the next day, or to the next change of office.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.shortcuts import resolve_url
from django.utils.timezone import localtime

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.moments import next_notice_after
from navmark.foundation.cadence.queries import Owed, with_states
from navmark.foundation.cadence.renewing import write
from navmark.foundation.notices.actions import notices, put
from navmark.foundation.notices.models import NoticeKind
from navmark.foundation.people.circles import circle, people_in
from navmark.foundation.people.circles.around import stands
from navmark.foundation.people.circles.people import WHOLE
from navmark.foundation.people.circles.tables import POSTS
from navmark.foundation.people.models import Post, Unit

QUIET_FROM, QUIET_TO = time(20, 0), time(7, 30)
ONE_DAY = timedelta(days=1)


def remind(at: datetime) -> int:
    """Make the reminders that are due now; how many duties. Evenings, nights and days of rest are quiet: it is done the next
    workday."""
    local = localtime(at)
    if not QUIET_TO <= local.time() < QUIET_FROM or not work_calendar().day_kind(local.date()).workday:
        return 0
    day = local.date()
    due = Duty.objects.filter(settled="", closed_at__isnull=True, next_notice_on__lte=day)
    waiting = with_states(due, day)
    in_charge = _InCharge(waiting, day) if waiting else None
    told, rows, url = 0, [], resolve_url(settings.LOGIN_REDIRECT_URL)
    for one in waiting:
        people = in_charge.of(one.duty) if in_charge else []
        rows += notices(people, kind=_kind(one), title=one.title, url=url, subject=one.duty.pk, at=at)
        one.duty.next_notice_on = next_notice_after(one.duty, day) if people else day + ONE_DAY
        told += bool(people)
    put(rows)
    write([one.duty for one in waiting], ["next_notice_on"])
    return told


def _kind(one: Owed) -> NoticeKind:
    return NoticeKind.LATE if one.state == DutyState.LATE else NoticeKind.COMING


class _InCharge:
    """Who sees to these duties: for a person's herself; for a unit's its own officers, else those of what is around it (a group
    without a leader: the branch's secretary). Two queries, and one for each unit that is owed by no office."""

    def __init__(self, owed: Iterable[Owed], day: date) -> None:
        duties = [one.duty for one in owed if one.duty.circles]
        self.day = day
        self.units = Unit.objects.in_bulk({duty.place_id for duty in duties if duty.place_id})
        kinds = {kind for duty in duties for kind in _posts_of(duty.circles)}
        self.posts = list(Post.objects.on(day).filter(kind__in=kinds).select_related("unit")) if kinds else []
        self.known: dict[tuple[UUID | None, str], list[UUID]] = {}

    def of(self, duty: Duty) -> list[UUID]:
        if duty.subject_kind == "person":
            return [duty.subject_id]
        key = (duty.place_id, duty.circles)
        if key not in self.known:
            self.known[key] = self._find(*key)
        return [person for person in self.known[key] if person != duty.but_not]

    def _find(self, place: UUID | None, circles: str) -> list[UUID]:
        kinds, unit = _posts_of(circles), self.units.get(place) if place else None
        if not kinds:
            return list(people_in(circles.split(), unit, on=self.day).values_list("pk", flat=True))
        posts = [post for post in self.posts if post.kind in kinds]
        own = [post.person_id for post in posts if post.unit_id == place]
        return own or [post.person_id for post in posts if unit and self._reaches(post, unit, circles)]

    def _reaches(self, post: Post, unit: Unit, circles: str) -> bool:
        held = [one for one in map(circle, circles.split()) if post.kind in _posts_of(one.code)]
        return any(stands(post.unit or WHOLE, unit, reach=one.reach, on=self.day) for one in held)


def _posts_of(circles: str) -> set[str]:
    """The kinds of post that put somebody into these circles."""
    holdings = (holding for code in circles.split() for holding in circle(code).holdings)
    return {kind for holding in holdings if holding.table == POSTS for kind in holding.codes}
