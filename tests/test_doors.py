"""The table of doors (`doors.py`) is complete, and true."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.tenancy.scope import within
from tests.doors import DOORS, NO, OK, WHO

pytestmark = pytest.mark.usefixtures("lasting_scene")


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


@pytest.mark.on_one  # what GET asked above, asked again
def test_head_is_answered_wherever_get_is_and_without_a_body(scene):
    shows = [name for name, door in DOORS.items() if door.method == "get"]
    differ = []
    for name in shows:
        address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])
        answer = scene["secretary"].head(address)
        if answer.getvalue() or answer.status_code != DOORS[name].answers[WHO.index("secretary")]:
            differ.append((name, answer.status_code))
    assert not differ


@contextmanager
def undone(scene: dict[str, Any]) -> Iterator[None]:
    """Whatever is done within is undone: the rows, and what the browsers were told to keep."""
    kept = {who: deepcopy(scene[who].cookies) for who in WHO}
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for who, cookies in kept.items():
        scene[who].cookies = cookies


def test_what_changes_something_opens_to_those_who_may(scene):
    """Each door in the scene as it was set."""
    answered = {}
    for name in (name for name, door in DOORS.items() if door.method == "post"):
        with undone(scene):
            answered[name] = answers(name, scene)

    assert answered == {name: DOORS[name].answers for name in answered}


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
    "activities:roll": (OK, NO),
    "privacy:log": (NO, NO),
    "people:import": (NO, NO),
    "cadence:party_year": (NO, NO),
}


def test_a_delegate_arranges_meetings_and_opens_nothing_else_of_the_secretarys(scene, school):
    with within(school):
        clients = [signed_in(holder(kind)) for kind in (PostKind.DEPUTY_SECRETARY, PostKind.PUBLICITY)]
    answered = {}
    for name in DELEGATES:
        address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])
        answered[name] = tuple(knock(client, address) for client in clients)

    assert answered == DELEGATES
