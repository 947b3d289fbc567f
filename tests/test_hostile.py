"""Whatever is sent to whichever address, the answer is in words: never a fault of the server's (5xx)."""

import logging
import re
from collections.abc import Iterable

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse

from tests.doors import DOORS, OK, WHO
from tests.forms import PageForm, asked_for, forms_in
from tests.test_doors import knock

HOSTILE = {
    "NUL": "王\0一",
    "5,000 digits": "9" * 5000,
    "20 digits": "9" * 20,
    "longer than any column": "长" * 3000,
    "a digit that is no number": "²",
    "no letters": "———",
    "no day": "0000-99-99",
}
EACH_ITS_OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
OF_A_FEW_WORDS = ("part_of_person", "fact", "post", "shelf")
INSIDERS = ("clerk", "secretary", "administrator", "stranger")


@pytest.fixture
def scene(scene):
    """A fault becomes a 500, as in a school, and is told by the test alone."""
    logging.disable(logging.CRITICAL)
    for who in WHO:
        scene[who].raise_request_exception = False
    yield scene
    logging.disable(logging.NOTSET)


def address_of(name, scene, **changed):
    things = scene | changed
    return reverse(name, args=[things[thing] for thing in DOORS[name].things])


def pages(scene, *more):
    """Each page, as the first who may open it sees it, and as `more` do: the route's name, its address, the client."""
    for name, door in DOORS.items():
        may_open = [who for who in INSIDERS if door.method == "get" and door.answers[WHO.index(who)] == OK]
        for who in dict.fromkeys(may_open[:1] + [one for one in more if one in may_open]):
            yield name, address_of(name, scene), scene[who]


def is_answered(client: Client, method: str, address: str, data=None) -> bool:
    """Whether it is answered without a fault; whatever it changed is undone."""
    with transaction.atomic():
        answer = getattr(client, method)(address, data)
        answer.getvalue()
        transaction.set_rollback(True)
    return answer.status_code < 500


def sorts_of(fields: Iterable[str]) -> dict[str, list[str]]:
    """Under one name those that a page has for each person, row or item: the same code reads them all."""
    sorts: dict[str, list[str]] = {}
    for field in fields:
        sorts.setdefault(EACH_ITS_OWN.sub("#", field), []).append(field)
    return sorts


def test_in_the_path_of_any_address(scene):
    faults = []
    for name, door in DOORS.items():
        client = next((scene[who] for who in INSIDERS if door.answers[WHO.index(who)] == OK), scene["secretary"])
        for thing in (one for one in door.things if isinstance(scene[one], str | int)):
            for kind, value in HOSTILE.items():
                try:
                    address = address_of(name, scene, **{thing: value})
                except NoReverseMatch:
                    continue  # the address takes nothing of the kind
                if thing not in OF_A_FEW_WORDS and not is_answered(client, door.method, address):
                    faults.append((name, thing, kind))
    assert not faults


def test_in_any_parameter_that_a_page_asks_for(scene, monkeypatch):
    faults, seen = [], set()
    for name, address, client in pages(scene):
        with asked_for(monkeypatch) as asked:
            knock(client, address)
        fresh = sorted(one for one in asked if (name, one) not in seen)
        seen.update((name, one) for one in fresh)
        for some in sorts_of(fresh).values():
            faults += [
                (name, some, kind)
                for kind, value in HOSTILE.items()
                if not is_answered(client, "get", address, dict.fromkeys(some, value))
            ]
    assert len(seen) > 10
    assert not faults


def forms_of(scene):
    """Each form of the product once: the route that it is sent to, the form, the client, and its sorts of fields that stood in no
    form before."""
    seen: dict[str, set[str]] = {}
    for _name, address, client in pages(scene, "secretary", "member"):
        answer = client.get(address)
        content = answer.getvalue()
        for form in forms_in(content.decode(), address) if "html" in answer.get("Content-Type", "") else []:
            route = resolve(form.action.partition("?")[0]).view_name
            sorts = sorts_of(form.fields.keys() - {"csrfmiddlewaretoken"})
            fresh = [fields for sort, fields in sorts.items() if sort not in seen.setdefault(route, set())]
            if fresh:
                seen[route] |= sorts.keys()
                yield route, form, client, fresh


def at_fault(client: Client, form: PageForm, fields: list[str], value: str) -> list[str]:
    """Which of the fields bring a fault when they hold the value in a form that is else filled in; all together first."""

    def is_well(some: list[str]) -> bool:
        return is_answered(client, "post", form.action, form.fields | dict.fromkeys(some, value))

    if is_well(fields):
        return []
    return [field for field in fields if not is_well([field])] or fields


def test_in_the_fields_of_any_form(scene):
    """In all of them at once; and in any sort of a form that is else filled in, past the form's own door, where what it let
    through is worked with: a text as long, and a number as great, as it may be."""
    faults, seen = [], 0
    for route, form, client, fresh in forms_of(scene):
        for kind, value in HOSTILE.items():
            if not is_answered(client, "post", form.action, dict.fromkeys(form.fields, value)):
                faults.append((route, "all", kind))
        for fields in fresh:
            faults += [(route, field, "5,000 digits") for field in at_fault(client, form, fields, HOSTILE["5,000 digits"])]
            seen += len(fields)
    assert seen > 150
    assert not faults


def test_a_field_that_brings_a_fault_is_named_among_those_of_its_sort(monkeypatch):
    monkeypatch.setattr("tests.test_hostile.is_answered", lambda *_sent: _sent[-1]["held-2"] == "1")
    form = PageForm("/", False, {"held-1": "1", "held-2": "1", "held-3": "1"})

    assert at_fault(Client(), form, sorted(form.fields), "长") == ["held-2"]


def test_two_thousand_fields_are_read_and_twelve_thousand_are_refused_in_words(scene):
    address = address_of("activities:roll", scene)
    many = {f"more-{number}": "x" for number in range(2000)}
    assert is_answered(scene["clerk"], "post", address, many)

    answer = scene["clerk"].post(address, {f"more-{number}": "x" for number in range(12_000)})
    assert answer.status_code == 400 and "没有保存" in answer.content.decode()


def test_in_the_language_that_a_browser_asks_for(scene):
    for language in ("xx", "zh-" + "x" * 5000, "en;q=nan", "²"):
        scene["clerk"].cookies["django_language"] = language
        headers = {"Accept-Language": language.encode().decode("latin-1")}
        assert scene["clerk"].get("/", headers=headers).status_code == OK, language
        answer = scene["clerk"].post(reverse("language"), {"language": language, "next": language})
        assert answer.status_code == 302, language
