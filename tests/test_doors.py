"""The table of doors (`doors.py`) is complete, and true."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.tenancy.scope import within
from tests.adversity.full import LEAVES_A_TRACE, full_disk
from tests.doors import DOORS, NO, OK, WHO, knock

pytestmark = pytest.mark.usefixtures("lasting_scene")


def routes(resolver: URLResolver, space: str = "") -> list[str]:
    found = []
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            found += routes(one, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:
            found.append(f"{space}{one.name}")
    return found


@contextmanager
def undone(scene: dict[str, Any]) -> Iterator[None]:
    """Whatever is done within is undone: the rows, and what the browsers were told to keep."""
    kept = {who: deepcopy(scene[who].cookies) for who in WHO}
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for who, cookies in kept.items():
        scene[who].cookies = cookies


def answered_alone(name: str, scene: dict[str, Any]) -> tuple[int, ...]:
    """In the scene as it was set."""
    with undone(scene):
        return answers(name, scene)


def test_every_route_stands_in_the_table():
    assert sorted(set(routes(get_resolver()))) == sorted(DOORS)


def answers(name: str, things: dict[str, Any]) -> tuple[int, ...]:
    door = DOORS[name]
    address = reverse(name, args=[things[thing] for thing in door.things])
    return tuple(knock(things[who], address, door.method) for who in WHO)


@pytest.mark.on_one  # that each page opens there too, is asked with its forms (`test_hostile.py`)
def test_what_only_shows_opens_to_those_who_may_though_the_disk_is_full(scene):
    """All in one scene, in any order: to look at one page changes nothing that another answers."""
    shows = {name: door.answers for name, door in DOORS.items() if door.method == "get"}
    with full_disk():
        for who in WHO:
            scene[who].raise_request_exception = False
        answered = {name: answered_alone(name, scene) for name in shows}
    silent = {name for name, statuses in answered.items() if max(statuses) >= 500}
    for who in WHO:
        scene[who].raise_request_exception = True

    assert silent == LEAVES_A_TRACE
    assert answered | {name: answers(name, scene) for name in silent} == shows


ANSWERS_OF_EACH_SORT = ("today", "rights-sheet", "attachments:open", "activities:feed", "people:first_run")


@pytest.mark.on_one
def test_head_is_answered_as_get_is_and_without_a_body(scene):
    """A page, files, an address without a login, a page that nobody may open: inside, each was asked by GET
    (`project/tests/test_head.py`)."""
    differ = []
    for name in ANSWERS_OF_EACH_SORT:
        address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])
        answer = scene["secretary"].head(address)
        if answer.getvalue() or answer.status_code != DOORS[name].answers[WHO.index("secretary")]:
            differ.append((name, answer.status_code))
    assert not differ


def test_what_changes_something_opens_to_those_who_may(scene):
    """Each door in the scene as it was set."""
    answered = {name: answered_alone(name, scene) for name, door in DOORS.items() if door.method == "post"}

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
