"""The table of doors (`doors.py`) is complete, and true."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on
from navmark.foundation.people.tests.factories import (
    holder,
    signed_in,
)
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import actions, kinds
from tests.doors import DOORS, NO, NONE, OK, WHO
from tests.scene import attached


def routes(resolver: URLResolver, space: str = "") -> list[str]:
    found = []
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            found += routes(one, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:
            found.append(f"{space}{one.name}")
    return found


def test_every_route_stands_in_the_table():
    assert sorted(set(routes(get_resolver()))) == sorted(DOORS)


def knock(client: Client, address: str, method: str = "get") -> int:
    """How the door answers; the answer is read to its end, so that a file is closed."""
    answer = getattr(client, method)(address)
    answer.getvalue()
    return answer.status_code


def answers(name: str, things: dict[str, Any]) -> tuple[int, ...]:
    door = DOORS[name]
    address = reverse(name, args=[things[thing] for thing in door.things])
    return tuple(knock(things[who], address, door.method) for who in WHO)


def test_what_only_shows_opens_to_those_who_may(scene):
    """All in one scene, in any order: to look at one page changes nothing that another answers."""
    shows = [name for name, door in DOORS.items() if door.method == "get"]

    assert {name: answers(name, scene) for name in shows} == {name: DOORS[name].answers for name in shows}


def test_head_is_answered_wherever_get_is_and_without_a_body(scene):
    shows = [name for name, door in DOORS.items() if door.method == "get"]
    differ = []
    for name in shows:
        address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])
        answer = scene["secretary"].head(address)
        if answer.getvalue() or answer.status_code != DOORS[name].answers[WHO.index("secretary")]:
            differ.append((name, answer.status_code))
    assert not differ


@pytest.mark.parametrize("name", sorted(name for name, door in DOORS.items() if door.method == "post"))
def test_what_changes_something_opens_to_those_who_may(name, scene):
    assert answers(name, scene) == DOORS[name].answers


def test_a_refused_form_never_answers_as_if_all_were_well(scene):
    """Posted with nothing filled in; what answers with a page of its own says 422, so that a script and a test see it too."""
    well = []
    for name, door in DOORS.items():
        who = "stranger" if door.answers[0] == OK else "secretary"
        if door.method == "get" and door.answers[WHO.index(who)] == OK:
            address = reverse(name, args=[scene[thing] for thing in door.things])
            answer = scene[who].post(address, {"csrfmiddlewaretoken": ""})
            answer.getvalue()
            well += [name] if answer.status_code == OK else []
    assert not well


DELEGATES = {  # the deputy, and a committee member who did not arrange this meeting (支部工作条例第十四条)
    "branch_life:plan": (OK, OK),
    "branch_life:change": (OK, NO),
    "branch_life:cancel": (OK, NO),
    "branch_life:slips": (OK, NO),
    "activities:roll": (OK, NO),
    "privacy:log": (NO, NO),
    "people:import": (NO, NO),
    "cadence:party_year": (NO, NO),
}


@pytest.mark.parametrize("name", sorted(DELEGATES))
def test_a_delegate_arranges_meetings_and_opens_nothing_else_of_the_secretarys(name, scene, school):
    with within(school):
        clients = [signed_in(holder(kind)) for kind in (PostKind.DEPUTY_SECRETARY, PostKind.PUBLICITY)]
    address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])

    assert tuple(knock(client, address) for client in clients) == DELEGATES[name]


@pytest.fixture
def talk(school, scene):
    """A talk between two members of the committee, planned by one of them."""
    with within(school):
        branch = scene["branch_row"]
        one, other = list(committee_on(branch, timezone.localdate()).exclude(posts__kind=PostKind.SECRETARY))[:2]
        plan = Plan(
            unit=branch, title="谈心谈话", parts=[PlannedPart(kinds.TALK)], starts_at=timezone.now() - timedelta(hours=1),
            host=one, recorder=one, chosen=(one, other),
        )  # fmt: skip
        activity = actions.arrange(plan, by=one, at=timezone.now())
        third = committee_on(branch, timezone.localdate()).exclude(pk__in=[one.pk, other.pk])
        third = third.exclude(posts__kind=PostKind.SECRETARY).first()
        return activity, signed_in(one), signed_in(other), signed_in(third)


@pytest.mark.parametrize("page", ["branch_life:meeting", "branch_life:copy", "branch_life:sign_in_sheet", "activities:roll"])
def test_a_talk_opens_to_the_two_and_the_secretary_alone(page, talk, scene):
    activity, one, other, third = talk
    address = reverse(page, args=[activity.pk])

    assert one.get(address).status_code == OK
    assert other.get(address).status_code in (OK, NO)  # the roll is kept by its recorder
    assert scene["secretary"].get(address).status_code == OK
    closed = [client.get(address).status_code for client in (third, scene["clerk"], scene["member"], scene["neighbour"])]
    assert closed == [NONE] * 4


def test_a_file_of_a_talk_opens_to_the_two_and_the_secretary_alone(talk, scene, school):
    activity, one, other, third = talk
    with within(school):
        address = reverse("attachments:open", args=[attached(activity, activity.host, timezone.now()).pk])

    assert [knock(client, address) for client in (one, other, scene["secretary"])] == [OK] * 3
    closed = [knock(client, address) for client in (third, scene["clerk"], scene["member"], scene["neighbour"])]
    assert closed == [NONE] * 4


def test_a_talk_is_in_nobody_elses_lists(talk, scene):
    activity, one, other, _third = talk
    assert all(str(activity.pk) in who.get(reverse("branch_life:talks")).content.decode() for who in (one, other))
    for name in ("today", "branch_life:year", "branch_life:talks", "branch_life:led"):
        for who in ("clerk", "member"):
            assert str(activity.pk) not in scene[who].get(reverse(name)).content.decode()
    assert "谈心谈话" not in scene["stranger"].get(reverse("activities:feed", args=[scene["feed"]])).content.decode()
