"""Meetings that have been held, for the tests of this mechanism."""

from datetime import datetime, timedelta

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import branch_of
from navmark.foundation.people.tests.factories import holder
from navmark.foundation.proceedings.actions import agenda

START = datetime(2026, 11, 20, 16, 30, tzinfo=get_current_timezone())
DURING = START + timedelta(minutes=20)


def held(kind, branch, clerk, *, present=None, starts_at=START, chosen=()):
    """A meeting of this kind; of its full members only the first `present` are there."""
    plan = Plan(
        unit=branch, title="会议", parts=[PlannedPart(kind)], starts_at=starts_at, ends_at=starts_at + timedelta(hours=1),
        place="会议室", host=holder(PostKind.SECRETARY, branch_of(branch)), recorder=clerk, chosen=chosen,
    )  # fmt: skip
    activity = arrange(plan, by=clerk, at=starts_at - timedelta(days=1))
    at = starts_at + timedelta(minutes=20)
    if present is not None:
        voters = activity.roll.filter(person__party_statuses__status="full").select_related("person")
        marks = {row.person: Mark(Presence.ABSENT, "公出") for row in list(voters)[present:]}
        attendance.mark(activity, marks, by=clerk, at=at)
    attendance.all_others_present(activity, by=clerk, at=at)
    return Activity.fresh(activity.pk)


def item_of(activity, clerk, title="审议方案", **more):
    return agenda.add_item(activity.parts.get(), title=title, by=clerk, at=DURING, **more)
