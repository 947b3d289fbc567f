"""A whole occasion at a stroke, as a school does it in a week: for the demo, the bench and the scene of doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.activities import attendance, codes
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.recording import snapshot_of
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of

HOUR = timedelta(hours=1)


def plan_of(
    code: str,
    unit: Unit,
    starts_at: datetime,
    *,
    host: Person,
    recorder: Person,
    title: str = "",
    topic: str = "",
    length: timedelta = HOUR,
    **more: Any,
) -> Plan:
    """Called as the plan page would suggest unless it has a title; `more` are the other fields of a plan."""
    called = title or title_for(kind(code), unit, localdate(starts_at))
    return Plan(unit, called, [PlannedPart(code, topic)], starts_at, starts_at + length, host=host, recorder=recorder, **more)


def held(plan: Plan, *, planned_at: datetime, at: datetime, marks: Mapping[Person, Mark] | None = None) -> Activity:
    """All of it by its recorder."""
    by = plan.recorder
    assert by is not None, "whoever records it does all this"
    activity = arrange(plan, by=by, at=planned_at)
    mark_all(activity, marks or {}, by=by, at=at)
    return activity


def mark_all(activity: Activity, marks: Mapping[Person, Mark], *, by: Person, at: datetime) -> None:
    """With these marks, everybody else present."""
    if marks:
        attendance.mark(activity, dict(marks), by=by, at=at)
    attendance.all_others_present(activity, by=by, at=at)


def signed(activity: Activity, *, by: Person, second: Person, at: datetime, locked_at: datetime) -> None:
    """Completed by one, locked by another."""
    record = signing.submit(record_of(activity), by=by, at=at)
    signing.lock(record, snapshot=snapshot_of(Activity.fresh(activity.pk)), by=second, at=locked_at)


@dataclass(frozen=True)
class Begun:
    """An occasion whose people are about to sign in."""

    activity: Activity
    page: str
    sign_in: str
    people: list[Any]  # a test client each


def begun(plan: Plan, browser_of: Callable[[Person], Any], *, by: Person, at: datetime) -> Begun:
    activity = arrange(plan, by=by, at=at)
    people = [row.person for row in activity.roll.filter(expected=True).select_related("person")]
    ticket = codes.ticket_from(codes.code_for(activity.school_id, activity.pk))
    address = reverse("activities:sign_in", args=[ticket])
    return Begun(activity, page_of(activity), address, [_with_ticket(browser_of(one), ticket) for one in people])


def _with_ticket(client: Any, ticket: str) -> Any:
    """The phone keeps the ticket for which it exchanged the code on the wall."""
    client.cookies[codes.COOKIE] = ticket
    return client
