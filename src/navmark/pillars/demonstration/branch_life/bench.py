"""What is measured here: a general meeting that began five minutes ago, its page, its sign-in, and the year at a glance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from navmark.foundation.activities import actions, codes
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person
from navmark.foundation.programme.bringing import Bench, Case
from navmark.pillars.demonstration.branch_life import kinds

SQL_OF_A_MEETING = 24


@dataclass(frozen=True)
class MeetingBegun:
    page: str
    sign_in: str
    sheet: str
    secretary: Any  # a test client
    members: list[Any]  # each of them has yet to sign in


def a_meeting(browser_of: Callable[[Person], Any], *, at: datetime) -> MeetingBegun:
    branch = people.branches(at.date())[0]
    secretary = people.secretary_of(branch, at.date())
    assert secretary is not None
    plan = Plan(
        unit=branch, title="十一月支部党员大会", parts=[PlannedPart(kinds.ASSEMBLY)], starts_at=at - timedelta(minutes=5),
        ends_at=at + timedelta(hours=1), chosen=(),
    )  # fmt: skip
    activity = actions.plan(plan, by=secretary, at=at - timedelta(days=3))
    members = [row.person for row in activity.roll.filter(expected=True).select_related("person")]
    ticket = codes.ticket_from(codes.code_for(activity.school_id, activity.pk))
    return MeetingBegun(
        page=reverse("branch_life:meeting", args=[activity.pk]),
        sign_in=reverse("activities:sign_in", args=[ticket]),
        sheet=reverse("branch_life:sign_in_sheet", args=[activity.pk]),
        secretary=browser_of(secretary),
        members=[_with_ticket(browser_of(member), ticket) for member in members],
    )


def bench(browser_of: Callable[[Person], Any], *, at: datetime) -> Bench:
    scene = a_meeting(browser_of, at=at)
    rounds = len(scene.members)

    def pages(url: str) -> list:
        return [lambda: scene.secretary.get(url)] * rounds

    def signs(member: Any) -> Callable[[], Any]:
        return lambda: member.post(scene.sign_in)

    return Bench(
        cases=(
            Case("meeting_of_24", pages(scene.page), "bare_view", sql=SQL_OF_A_MEETING),
            Case("coverage", pages(reverse("branch_life:year")), "bare_view", times=8, sql=12),
            Case("sign_in", [signs(member) for member in scene.members], "bare_insert", times=2, sql=9),
        ),
        sheet=scene.sheet,
    )


def _with_ticket(client: Any, ticket: str) -> Any:
    """The phone keeps the ticket for which it exchanged the code on the wall."""
    client.cookies[codes.COOKIE] = ticket
    return client
