"""Every register and every activity of every programme that ships is walked, page by page, by those whom it names."""

import tomllib
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from navmark.foundation.activities import attendance, kinds
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions import actions as occasions
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.activities.occasions.writing import edition_of
from navmark.foundation.links.known import tags_on
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.tests.factories import signed_in as a_browser_of
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.drafting import decide
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.shipping import ARTICLE, SHIPPED
from navmark.foundation.programme.texts import texts_in
from navmark.foundation.programme.writing import as_toml
from navmark.foundation.registers import known
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.queries import written_of
from navmark.foundation.registers.steps import EntryStep
from tests.walking import a_whole_school, address, filled, posted, somebody_in, ways, who_takes

OK, MOVED, SAVED = 200, 302, 204
NAMES = sorted(one.parent.name for one in SHIPPED.glob("*/programme.toml"))
# One programme asks the second database what all mechanisms ask.
PROGRAMMES = [pytest.param(name, marks=[pytest.mark.on_one] * (name != ARTICLE)) for name in NAMES]


@pytest.fixture
def units(inside):
    return a_whole_school()


def shows(client, name: str, *args: Any, **asked: Any) -> str:
    answer = client.get(address(name, *args), asked)
    answer.getvalue()
    assert answer.status_code == OK, f"{name} answers {answer.status_code}"
    return answer.content.decode() if not answer.streaming and "html" in answer["Content-Type"] else ""


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_page_of_data_can_be_used_by_those_whom_it_names(name, units):
    load(decided(name), at=timezone.now())
    signed_in.cache_clear()

    for one in known.registers():
        walk_register(one, units[one.unit_kind])
    for kind in kinds.data_kinds():
        walk_activity(kind, units[kind.unit_kind])


def decided(name: str) -> Programme:
    """With everything on that a rule frowns upon, as if the school had decided it."""
    on, texts = timezone.localdate(), dict(texts_in(SHIPPED / name))
    for file, page in [(file, tomllib.loads(text)) for file, text in texts.items() if "[policy." in text]:
        for code in page["policy"]:
            decide(page, code, {"by": "支委会", "day": on, "basis": "第5次会议决定"})
        texts[file] = as_toml(page)
    return read_texts(texts, name=name, on=on)


@cache
def signed_in(person: Person) -> Client:
    """One browser each."""
    return a_browser_of(person)


def walk_register(one: Register, unit: Unit) -> None:
    maker = somebody_in(one.makers, unit)
    assert maker, f"{one.code}: nobody adds to it"
    desk = signed_in(maker)
    assert "还没有内容" in shows(desk, "registers:list", one.code)
    for way in [*ways(known.newest(one).course)] or [[]]:
        entry = added(one, unit, desk)
        for step in way:
            taken(entry, step)
            entry = Entry.fresh(entry.pk)
        assert not way or entry.edition.course.state(way[-1].to) == entry.standing
    for page in ("list", "table", "print"):
        shows(desk, f"registers:{page}", one.code)
    for page in ("entry", "sheet"):
        shows(desk, f"registers:{page}", entry.pk)


def added(one: Register, unit: Unit, desk) -> Entry:
    """By its page, with everything that it asks at once; the rest of the paper is written on the page of the entry."""
    shows(desk, "registers:add", one.code, unit=unit.pk)
    paper, around = newest(one.paper), known_here(timezone.localdate(), unit=unit)
    at_once = paper.description.only(field for field in paper.description.fields if field.required == BEFORE and field.is_typed)
    told = posted(at_once, filled(at_once.fields, around), around, prefix="paper")
    somebody = somebody_in(["pupils" if one.about_children else "staff"], unit).name
    told |= {"head-title": "一件事", "head-day": f"{around.on}", "head-owner": somebody, "head-number": ""}
    told |= {"head-tags": [tag.code for tag in tags_on(around.on) if tag.is_campaign]} if one.campaign == "required" else {}
    answer = desk.post(
        f"{address('registers:add', one.code)}?unit={unit.pk}", told | {f"head-{role}": somebody for role in one.roles}
    )
    assert answer.status_code == MOVED, (
        f"{one.code}: {answer.context and (answer.context['head'].errors, answer.context['paper'].errors)}"
    )
    entry = Entry.objects.filter(register=one).latest("made_at")
    if one.about_children:
        say_what_for(entry, desk)
    return entry


def say_what_for(entry: Entry, desk) -> None:
    """Before a page about a child opens."""
    assert desk.post(address("registers:purpose", entry.pk), {"purpose": "support"}).status_code == MOVED


def taken(entry: Entry, step: EntryStep) -> None:
    who = who_takes(entry, step)
    assert who, f"{entry.register.code}: nobody takes {step.key} in {entry.state}"
    hers, where = signed_in(who), address("registers:step", entry.pk, step.key)
    if entry.register.about_children:
        say_what_for(entry, hers)
    answers, around = written_of(entry)
    whole = answers.edition.description
    asked = whole.only(field for field in whole.fields if field.required == f"step:{step.key}" and field.is_typed)
    told = posted(asked, {**answers.values, **filled(asked.fields, around)}, around, prefix="paper")
    if asked.fields:
        shows(hers, "registers:step", entry.pk, step.key)
    answer = hers.post(where, told | {"note": "说明", "sure": "1"})  # what a mechanism's rule warns of is read
    assert answer.status_code == MOVED, f"{entry.register.code}: {step.key} {answer.context and answer.context['form'].errors}"


def walk_activity(kind, unit: Unit) -> None:
    planner, keeper = somebody_in(kind.planners, unit), somebody_in(kind.keepers, unit)
    assert planner and keeper, f"{kind.code}: nobody plans it, or nobody keeps it"
    desk = signed_in(planner)
    shows(desk, "activities:plan", kind.code)
    description, around = edition_of(kind).description, known_here(timezone.localdate(), unit=unit)
    activity = an_occasion(kind.code, unit, by=planner, ago=timedelta(hours=1), **filled(description.fields, around))
    held(activity, kind, by=keeper)
    for page in ("occasion", "sheet"):
        shows(signed_in(keeper), f"activities:{page}", activity.pk)
    for page in ("register", "register_table"):
        shows(desk, f"activities:{page}", kind.code)
    for page in ("year", "year_sheet"):
        shows(desk, f"activities:{page}", kind.code)


def held(activity: Activity, kind, *, by) -> None:
    now = timezone.now()
    if kind.is_counted:
        occasions.count(activity, due=2, there=2, by=by, at=now)
    else:
        attendance.all_others_present(activity, by=by, at=now)
    occasions.finish(Activity.fresh(activity.pk), by=by, at=now)
