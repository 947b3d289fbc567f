"""Whatever is sent to whichever address, the answer is in words: never a fault of the server's (5xx)."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse

from navmark.foundation.people.tests.factories import OURS
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from tests.doors import DOORS, OK, WHO
from tests.forms import PageForm, asked_for, forms_in
from tests.scene import as_it_was_set

pytestmark = pytest.mark.usefixtures("lasting_scene")
OF_A_DATABASE = {"20 digits": "9" * 20, "longer than any column": "长" * 3000}
OF_THE_SECOND = {"NUL": "王\0一"}  # SQLite keeps it as it keeps any sign
OF_PYTHON = {"5,000 digits": "9" * 5000, "a digit that is no number": "²", "no letters": "———", "no day": "0000-99-99"}
LONGEST = OF_PYTHON["5,000 digits"]
# What Python refuses, or takes as any short text, no database answers otherwise.
KINDS = [
    pytest.param(OF_A_DATABASE, id="a database"),
    pytest.param(OF_THE_SECOND, id="the second", marks=pytest.mark.on_second),
    pytest.param(OF_PYTHON, id="Python", marks=pytest.mark.on_one),
]
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


def pages(scene):
    """Each page, as the first who may open it sees it, and as the secretary does: the route's name, its address, who."""
    for name, door in DOORS.items():
        may_open = [who for who in INSIDERS if door.method == "get" and door.answers[WHO.index(who)] == OK]
        for who in dict.fromkeys(may_open[:1] + [one for one in may_open if one == "secretary"]):
            yield name, address_of(name, scene), who


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


@dataclass(frozen=True)
class Asked:
    """What a page asks for: the route's name, its address, who opened it, and fields that read alike."""

    name: str
    address: str
    who: str
    some: list[str]


@dataclass(frozen=True)
class Form:
    """A form of the product: the route that it is sent to, who opened it, its sorts of fields that stood in no form before."""

    route: str
    who: str
    page: PageForm
    fresh: list[list[str]]


@pytest.fixture(scope="module")
def walked(lasting, lasting_scene) -> tuple[list[Asked], list[Form]]:
    """Every page opens to those who are shown it; what they ask for, and their forms, each once."""

    def walk():
        with within(School.objects.get(name=OURS)), transaction.atomic():
            found = list(what_pages_ask(as_it_was_set(lasting_scene)))
            transaction.set_rollback(True)
        return [one for one in found if isinstance(one, Asked)], [one for one in found if isinstance(one, Form)]

    return lasting(walk)


def what_pages_ask(scene) -> Iterator[Asked | Form]:
    asked_before, sorts_before = set[tuple[str, str]](), dict[str, set[str]]()
    for name, address, who in pages(scene):
        with asked_for() as asked:
            answer = scene[who].get(address)
            content = answer.getvalue()
        assert answer.status_code == OK, f"{name} answers {answer.status_code} to {who}"
        fresh = sorted(one for one in asked if (name, one) not in asked_before)
        asked_before.update((name, one) for one in fresh)
        yield from (Asked(name, address, who, some) for some in sorts_of(fresh).values())
        if "html" in answer.get("Content-Type", ""):
            yield from new_forms(forms_in(content.decode(), address), who, sorts_before)


def new_forms(forms: list[PageForm], who: str, sorts_before: dict[str, set[str]]) -> Iterator[Form]:
    for form in forms:
        route = resolve(form.action.partition("?")[0]).view_name
        sorts, before = sorts_of(form.fields.keys() - {"csrfmiddlewaretoken"}), sorts_before.setdefault(route, set())
        fresh = [fields for sort, fields in sorts.items() if sort not in before]
        if fresh:
            before.update(sorts)
            yield Form(route, who, form, fresh)


@pytest.mark.parametrize("hostile", KINDS)
def test_in_the_path_of_any_address(hostile, scene):
    faults = []
    for name, door in DOORS.items():
        client = next((scene[who] for who in INSIDERS if door.answers[WHO.index(who)] == OK), scene["secretary"])
        for thing in (one for one in door.things if isinstance(scene[one], str | int)):
            for kind, value in hostile.items():
                try:
                    address = address_of(name, scene, **{thing: value})
                except NoReverseMatch:
                    continue  # the address takes nothing of the kind
                if thing not in OF_A_FEW_WORDS and not is_answered(client, door.method, address):
                    faults.append((name, thing, kind))
    assert not faults


@pytest.mark.parametrize("hostile", KINDS)
def test_in_any_parameter_that_a_page_asks_for(hostile, scene, walked):
    asked, _forms = walked
    assert sum(len(one.some) for one in asked) > 10
    assert not [
        (one.name, one.some, kind)
        for one in asked
        for kind, value in hostile.items()
        if not is_answered(scene[one.who], "get", one.address, dict.fromkeys(one.some, value))
    ]


def at_fault(client: Client, form: PageForm, fields: list[str], value: str) -> list[str]:
    """Which of the fields bring a fault when they hold the value in a form that is else filled in; all together first."""

    def is_well(some: list[str]) -> bool:
        return is_answered(client, "post", form.action, form.fields | dict.fromkeys(some, value))

    if is_well(fields):
        return []
    return [field for field in fields if not is_well([field])] or fields


@pytest.mark.parametrize("hostile", KINDS)
def test_in_all_fields_of_any_form(hostile, scene, walked):
    _asked, forms = walked
    assert not [
        (one.route, kind)
        for one in forms
        for kind, value in hostile.items()
        if not is_answered(scene[one.who], "post", one.page.action, dict.fromkeys(one.page.fields, value))
    ]


@pytest.mark.on_second  # as a text: SQLite has no longest; that Python refuses it as a number is seen there too
def test_in_any_sort_of_a_form_that_is_else_filled_in(scene, walked):
    """Past the form's own door, where what it let through is worked with: a text as long, and a number as great, as it may be."""
    _asked, forms = walked
    assert sum(len(fields) for one in forms for fields in one.fresh) > 150
    assert not [
        (one.route, field)
        for one in forms
        for fields in one.fresh
        for field in at_fault(scene[one.who], one.page, fields, LONGEST)
    ]


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
