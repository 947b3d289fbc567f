"""A tour from its slips to the last head count: who has no slip does not go, and care is for the leader alone."""

import pytest
from django.urls import reverse

from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.privacy.models import AccessEntry, OpenedPart
from navmark.foundation.registers import actions as entries
from navmark.foundation.registers.refusals import StepDoubted
from navmark.foundation.slips.actions import note_care, record_slips, take_back
from navmark.foundation.slips.refusals import ListClosed
from navmark.foundation.slips.sheets import letters
from navmark.foundation.tenancy.scope import within
from navmark.pillars.experience.tours import actions, refusals
from navmark.pillars.experience.tours.sheets import rosters
from navmark.pillars.experience.tours.tests.scene import AT, COURSE, a_tour, tour_of, with_slips

MOVED, OK, NO, NONE, UNFIT = 302, 200, 403, 404, 422


@pytest.fixture
def here(inside):
    return a_tour()


def taken(here, key, *, sure=False):
    return entries.take(here.entry, COURSE.step(key), sure=sure, by=here.owner, at=AT)


def counted(here, group, **said):
    return actions.count(tour_of(here), group, point="返校", **said, by=group.leader, at=AT)


def test_groups_are_of_one_class_and_it_sets_out_and_comes_back_with_everybody(here):
    with pytest.raises(StepDoubted):
        taken(here, "collect")  # nobody is listed
    with pytest.raises(refusals.NobodyListed):
        actions.divide(tour_of(here), most=2, by=here.owner, at=AT)
    with_slips(here)
    tour = tour_of(here)
    assert [(group.number, len(tour.within(group))) for group in tour.groups] == [(1, 2), (2, 1), (3, 2)]
    assert {group.leader_id for group in tour.groups} == {here.helper.pk, here.owner.pk}
    taken(here, "collect")

    first = tour.groups[0]
    with pytest.raises(refusals.SayWhatWasDone):
        counted(here, first, there=1, note="")
    with pytest.raises(refusals.MoreThanThere):
        counted(here, first, there=3, note="")
    counted(here, first, there=1, note="在找")
    with pytest.raises(refusals.NotAllBack):
        taken(here, "go")
    with pytest.raises(refusals.AlreadyCounted):
        actions.divide(tour_of(here), most=1, by=here.owner, at=AT)
    counted(here, first, there=2, note="")
    taken(here, "go")
    with pytest.raises(ListClosed):
        actions.divide(tour_of(here), most=1, by=here.owner, at=AT)


def test_whoever_is_taken_off_is_in_no_group_and_a_slip_that_comes_late_is_named_before_it_sets_out(here):
    with_slips(here)
    tour = tour_of(here)
    group, child = tour.groups[0], tour.within(tour.groups[0])[0].pupil
    take_back(tour, child, why="家长来电", on=AT.date(), by=here.owner, at=AT)
    tour = tour_of(here)
    assert len(tour.within(group)) == 1 and child.name not in plain(rosters(tour, tour.groups))
    with pytest.raises(refusals.MoreThanThere):
        counted(here, group, there=2, note="")

    record_slips(tour_of(here), here.classes[0], slips=2, missing=(), signed_on=AT.date(), by=here.owner, at=AT)
    with pytest.raises(StepDoubted, match="1"):  # the one who had none stands in no group; the one taken off is back in his
        taken(here, "collect")
    assert len(tour_of(here).within(group)) == 2


def test_the_letter_says_what_where_when_at_whose_cost_and_who_leads(here):
    said = plain(letters(tour_of(here), here.classes[0]))

    assert "时间：2026年11月23日" in said and f"{here.helper.name}、{here.owner.name}" in said
    assert "安全教育" in said and "应急预案" in said


def test_what_care_is_needed_opens_to_the_leader_alone_and_logged(here, school):
    with_slips(here)
    tour = tour_of(here)
    group = next(one for one in tour.groups if one.leader_id == here.helper.pk)
    child = tour.within(group)[0].pupil
    note_care(tour, child, "花粉过敏", is_signed=True, by=here.owner, at=AT)
    page = reverse("tours:care", args=[here.entry.pk, group.pk])
    asked = {"purpose": "safety"}

    for person, answer in ((here.owner, NO), (here.helper, OK)):
        desk = signed_in(person)
        gate = desk.get(page).url
        assert "/purpose/" in gate and desk.post(gate, asked).url == page
        assert desk.get(page).status_code == answer
    assert "花粉过敏" not in desk.get(page).content.decode()
    assert "花粉过敏" in desk.post(page, asked, follow=True).content.decode()
    off = reverse("slips:off", args=[here.entry.pk, child.pk])  # she may take off whom she leads, nobody else
    assert desk.get(off).status_code == OK
    others = [one for other in tour.groups if other.leader_id != here.helper.pk for one in tour.within(other)]
    assert desk.get(reverse("slips:off", args=[here.entry.pk, others[0].pupil_id])).status_code == NONE
    with within(school):
        log = AccessEntry.objects.filter(part=OpenedPart.SEALED, subject_id=child.pk)
        assert [one.by for one in log] == [here.helper.pk]


def test_names_open_to_keeper_and_leader_after_the_purpose_and_to_nobody_else(here):
    with_slips(here)
    tour = tour_of(here)
    group = next(one for one in tour.groups if one.leader_id == here.owner.pk)
    found = {}
    for person in (here.owner, here.teacher, here.stranger):
        desk = signed_in(person)
        page = reverse("tours:group", args=[here.entry.pk, group.pk])
        addresses = {name: reverse(f"tours:{name}", args=[here.entry.pk]) for name in ("tour", "groups", "rosters", "counts")}
        gate = desk.get(page).url
        shown = desk.get(addresses.pop("tour")).content.decode()
        assert not any(one.name in shown for some in here.pupils.values() for one in some)
        assert desk.post(gate, {"purpose": "safety"}).status_code == MOVED
        for name, address in {"group": page, **addresses}.items():
            answer = desk.get(address)
            answer.getvalue()
            found.setdefault(name, []).append(answer.status_code)

    assert found == {"group": [OK, NO, NO], "groups": [OK, NO, NO], "rosters": [OK, OK, OK], "counts": [OK, OK, OK]}
    answer = signed_in(here.owner).post(page, {"point": "返校", "there": "0", "note": ""})
    assert answer.status_code == UNFIT and "缺谁" in answer.content.decode()
    to, who = tour.groups[0], tour.within(group)[0]
    assert signed_in(here.owner).post(page, {"traveller": who.pk, "to": to.pk, "move": "1"}).url == page
    assert who in tour_of(here).within(to)
