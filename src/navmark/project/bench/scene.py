"""The scene that is measured: the demo school, and in it a general meeting that began five minutes ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse

from navmark.foundation.activities import actions, codes
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Account, Person, SchoolAccount
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds


@dataclass(frozen=True)
class Scene:
    meeting: str
    sign_in: str
    secretary: Client
    members: list[Client]  # each of them has yet to sign in


def session_of(person: Person) -> Client:
    """A browser in which this person is logged in."""
    seat = SchoolAccount.objects.filter(person=person).select_related("account").first()
    if seat is None:
        account = Account.objects.create(login=f"bench-{person.pk}", password="!")
        seat = SchoolAccount.objects.create(account=account, person=person)
    client = Client()
    client.force_login(seat.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def set_up(at: datetime) -> Scene:
    school = School.objects.get()
    with within(school):
        branch = people.branches(at.date())[0]
        secretary = people.secretary_of(branch, at.date())
        assert secretary is not None
        plan = Plan(
            unit=branch, title="十一月支部党员大会", parts=[PlannedPart(kinds.ASSEMBLY)], starts_at=at - timedelta(minutes=5),
            ends_at=at + timedelta(hours=1), chosen=(),
        )  # fmt: skip
        activity = actions.plan(plan, by=secretary, at=at - timedelta(days=3))
        members = [row.person for row in activity.roll.filter(expected=True).select_related("person")]
        browser = session_of(secretary)
        ticket = codes.ticket_from(codes.code_for(school.pk, activity.pk))
        return Scene(
            meeting=reverse("branch_life:meeting", args=[activity.pk]),
            sign_in=reverse("activities:sign_in", args=[ticket]),
            secretary=browser,
            members=[_with_ticket(_beside(browser, session_of(member)), ticket) for member in members],
        )


def _beside(first: Client, other: Client) -> Client:
    """Both talk to one application: a server loads it once, not once for each of its visitors."""
    other.handler = first.handler
    return other


def _with_ticket(client: Client, ticket: str) -> Client:
    """The phone keeps the ticket for which it exchanged the code on the wall."""
    client.cookies[codes.COOKIE] = ticket
    return client
