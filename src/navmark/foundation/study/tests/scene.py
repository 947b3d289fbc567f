"""A branch of six at a school with the programme, and what it studied."""

from datetime import date, datetime, timedelta

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.part_papers import write
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import branches
from navmark.foundation.people.tests.factories import a_branch, holder, our_school
from navmark.foundation.programme.at_a_stroke import held, plan_of
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.scope import within

AT = datetime(2026, 11, 23, 16, 30, tzinfo=get_current_timezone())
SINCE, TODAY = date(2026, 1, 1), date(2026, 11, 23)


def a_branch_that_studies():
    """Its id."""
    with within(our_school(since=SINCE)):
        branch = a_branch(members=6, probationary=0, committee=3, groups=1)
        establish_programme(at=AT - timedelta(days=300))
    return branch.pk


def a_session(kind="party_lecture", *, away=(), clerk, submit=True, minutes=90):
    """Held by the secretary; whoever is away was on leave."""
    plan = plan_of(
        kind, branches(AT.date())[0], AT, host=holder(PostKind.SECRETARY), recorder=clerk, length=timedelta(minutes=minutes)
    )
    activity = held(
        plan,
        planned_at=AT - timedelta(days=4),
        at=AT + timedelta(hours=1),
        marks=dict.fromkeys(away, Mark(Presence.LEAVE, "外出")),
    )
    if kind == "party_lecture":
        write(activity.parts.get(), {"outline": "讲师德"}, by=clerk, at=AT)
    return submitted(activity, by=clerk) if submit else activity


def submitted(activity, *, by):
    signing.submit(record_of(Activity.fresh(activity.pk)), by=by, at=AT + timedelta(hours=2))
    return activity
