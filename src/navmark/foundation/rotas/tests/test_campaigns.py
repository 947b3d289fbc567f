"""A rota that goes with a campaign has turns while one runs; each ends with a word, which the next reads before it begins."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from navmark.foundation.links import known as tags
from navmark.foundation.links.campaigns import follow
from navmark.foundation.links.gathering import gathered
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.tests.scene import make_register
from navmark.foundation.rotas import actions, refusals
from navmark.foundation.rotas.linked import serves, shown
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school

TODAY = AT.date()


@pytest.fixture
def here(inside):
    scene = make_school(classes=2)
    said = {"during": "emergency", "hands_over": True, "readers": ["staff"], "keepers": ["office_head"]}
    scene.duty = make_rota("duty", **{**AT_THE_DOOR, **said})
    scene.thing = uuid4()
    return scene


def run(here, first: date, last: date) -> None:
    follow("entry:emergency", here.thing, title="防汛值守", first=first, last=last, at=AT)


def days() -> set[date]:
    return set(Turn.objects.filter(rota__code="duty").values_list("starts_on", flat=True))


def test_turns_follow_the_days_of_the_campaign_at_once(here):
    assert propose(here.duty, here.whole, at=AT) == [] and days() == set()
    run(here, TODAY, TODAY + timedelta(days=1))
    assert days() == {TODAY, TODAY + timedelta(days=1)}
    run(here, TODAY, TODAY + timedelta(days=9))
    assert days() == {TODAY + timedelta(days=count) for count in range(3)}  # no farther than it plans
    run(here, TODAY, TODAY)
    assert days() == {TODAY}


def test_before_it_begins_the_page_says_what_it_waits_for(here):
    make_register("emergency", title="应急值守")
    page = signed_in(here.teacher).get(reverse("rotas:table", args=["duty"])).content.decode()
    assert "在台账“应急值守”登记的起止日期之间" in page


def test_the_next_reads_the_word_of_the_last_before_she_takes_over(here):
    run(here, TODAY, TODAY + timedelta(days=2))
    early, late = Turn.objects.filter(starts_on=TODAY).order_by("shift")
    with pytest.raises(refusals.LeaveAWord):
        actions.keep(early, by=early.person, at=AT)
    actions.keep(early, note="水位正常，沙袋够用。", by=early.person, at=AT)

    desk, page = signed_in(late.person), reverse("rotas:turn", args=[late.pk])
    shown = desk.get(page).content.decode()
    assert "水位正常" in shown and early.person.name in shown and "已阅交班，接班" in shown and "交班" in shown
    assert desk.get(page).context["done"] is None
    assert desk.post(reverse("rotas:take_over", args=[late.pk])).url == page
    assert Turn.fresh(late.pk).took_at is not None and desk.get(page).context["done"] is not None
    assert actions.take_over(late, by=late.person, at=AT).took_at != AT  # twice is once


def test_its_page_gathers_the_words_and_leads_to_the_table(here):
    run(here, TODAY, TODAY + timedelta(days=2))
    turn, (tag,) = Turn.objects.filter(starts_on=TODAY)[0], tags.tags()
    actions.keep(turn, note="一切正常。", by=turn.person, at=AT)
    viewer = a_viewer(here.teacher)

    (kind,) = gathered(viewer, tag).kinds
    assert (kind.what, [one.title for one in kind.things]) == (here.duty.title, ["一切正常。"])
    assert [one.words for one in serves(viewer, tag)] == [here.duty.title]


def test_what_comes_of_a_turn_begins_there_with_its_day_and_holder(here):
    register = make_register("talks", links=["turn:duty"], makers=["moral_head"], keepers=["moral_head"], readers=["staff"])
    run(here, TODAY, TODAY + timedelta(days=2))
    turn = Turn.objects.filter(starts_on=TODAY)[0]
    (origin,) = shown(a_viewer(here.teacher), [turn.pk])
    assert (origin.host, origin.unit, origin.day) == (turn.person_id, here.whole.pk, TODAY)

    desk, page = signed_in(here.moral_head), reverse("rotas:turn", args=[turn.pk])
    (offer,) = desk.get(page).context["linked"].offers
    assert desk.get(offer.page).context["head"].initial["owner"] == turn.person.name
    head = EntryHead(here.whole, "一课", TODAY, turn.person)
    entry = add(register, head, {"problem": "讲了什么"}, origin=origin, by=here.moral_head, at=AT)
    assert [one.pk for one in desk.get(page).context["linked"].back] == [entry.pk]
