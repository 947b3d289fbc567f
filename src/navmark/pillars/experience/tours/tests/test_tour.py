"""A tour from the pile of slips to the last head count: who has no slip is not listed, care is for the leader alone and goes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.privacy.models import AccessEntry, Consent, OpenedPart
from navmark.foundation.registers import actions as entries
from navmark.foundation.registers.refusals import StepDoubted
from navmark.foundation.tenancy.scope import within
from navmark.pillars.experience.tours import actions, refusals
from navmark.pillars.experience.tours.models import CareNote, Traveller
from navmark.pillars.experience.tours.retention import forget_due
from navmark.pillars.experience.tours.tests.scene import AT, COURSE, a_tour, tour_of, with_slips
from navmark.pillars.experience.tours.waiting import slips

MOVED, OK, NO, NONE, UNFIT = 302, 200, 403, 404, 422


@pytest.fixture
def here(inside):
    return a_tour()


def taken(here, key, *, sure=False):
    return entries.take(here.entry, COURSE.step(key), sure=sure, by=here.owner, at=AT)


def test_a_pile_of_slips_is_recorded_at_once_and_who_has_none_is_left_out_by_name(here):
    first, unit = tour_of(here), here.classes[0]
    lacks = first.pupils_of(unit)[0]
    with pytest.raises(refusals.SlipsDiffer, match=r"3.*2"):
        actions.record_slips(first, unit, slips=3, missing={lacks.pk}, signed_on=AT.date(), by=here.owner, at=AT)
    assert actions.record_slips(first, unit, slips=2, missing={lacks.pk}, signed_on=AT.date(), by=here.owner, at=AT) == 2

    added, left_out = actions.list_classes(tour_of(here), [unit], by=here.owner, at=AT)
    assert (added, left_out) == (2, [lacks])
    assert actions.list_classes(tour_of(here), [unit], by=here.owner, at=AT) == (0, [lacks])
    later = tour_of(here)
    assert actions.record_slips(later, unit, slips=1, missing=(), signed_on=AT.date(), by=here.owner, at=AT) == 1
    assert actions.list_classes(tour_of(here), [unit], by=here.owner, at=AT) == (1, [])
    assert [one.place for one in slips(None, AT.date())] == [here.classes[1].pk]  # nothing more to tell the other class teacher


def test_groups_are_of_one_class_and_it_sets_out_and_comes_back_with_everybody(here):
    with pytest.raises(StepDoubted):
        taken(here, "collect")  # nobody is listed
    with_slips(here)
    tour = tour_of(here)
    assert [(group.number, sum(one.group_id == group.pk for one in tour.travellers)) for group in tour.groups] == [
        (1, 2), (2, 1), (3, 2),
    ]  # fmt: skip
    assert {group.leader_id for group in tour.groups} == {here.helper.pk, here.owner.pk}
    taken(here, "collect")

    first = tour.groups[0]
    with pytest.raises(refusals.SayWhatWasDone):
        actions.count(first, point="返校", there=1, note="", by=first.leader, at=AT)
    with pytest.raises(refusals.MoreThanThere):
        actions.count(first, point="返校", there=3, note="", by=first.leader, at=AT)
    actions.count(first, point="返校", there=1, note="在找", by=first.leader, at=AT)
    with pytest.raises(refusals.NotAllBack):
        taken(here, "go")
    with pytest.raises(refusals.AlreadyCounted):
        actions.divide(tour_of(here), most=1, by=here.owner, at=AT)
    actions.count(first, point="返校", there=2, note="", by=first.leader, at=AT)
    taken(here, "go")
    with pytest.raises(refusals.ListClosed):
        actions.list_classes(tour_of(here), here.classes, by=here.owner, at=AT)


def test_a_consent_withdrawn_takes_the_child_off_with_a_note_and_its_care_note_goes(here):
    with_slips(here)
    child = tour_of(here).travellers[0].pupil
    with pytest.raises(refusals.NoteWithoutConsent):
        actions.note_care(tour_of(here), child, "过敏", is_signed=False, by=here.owner, at=AT)
    actions.note_care(tour_of(here), child, "过敏", is_signed=True, by=here.owner, at=AT)

    actions.take_off(tour_of(here), child, why="家长来电", on=AT.date(), is_withdrawn=True, by=here.owner, at=AT)
    row = Traveller.objects.get(pupil=child)
    assert (row.off_on, row.why, row.group) == (AT.date(), "家长来电", None)
    assert not CareNote.objects.exists() and {one.withdrawn_on for one in Consent.objects.filter(person=child)} == {AT.date()}
    assert child in actions.list_classes(tour_of(here), here.classes, by=here.owner, at=AT)[1]


def test_what_care_is_needed_opens_to_the_leader_alone_logged_and_is_deleted_after_the_tour(here, school):
    with_slips(here)
    tour = tour_of(here)
    group = next(one for one in tour.groups if one.leader_id == here.helper.pk)
    child = next(one.pupil for one in tour.travellers if one.group_id == group.pk)
    actions.note_care(tour, child, "花粉过敏", is_signed=True, by=here.owner, at=AT)
    page, gate = (reverse(f"tours:{name}", args=[here.entry.pk, *more]) for name, more in (("care", [group.pk]), ("purpose", [])))
    asked = {"purpose": "safety"}

    for person, answer in ((here.owner, NO), (here.helper, OK)):
        desk = signed_in(person)
        assert desk.get(page).url == gate and desk.post(gate, asked).status_code == MOVED
        assert desk.get(page).status_code == answer
    assert "花粉过敏" not in desk.get(page).content.decode()
    assert "花粉过敏" in desk.post(page, asked, follow=True).content.decode()
    with within(school):
        log = AccessEntry.objects.filter(part=OpenedPart.SEALED, subject_id=child.pk)
        assert [one.by for one in log] == [here.helper.pk]

        assert forget_due(at=AT + timedelta(days=3)) == 0
        assert forget_due(at=AT + timedelta(days=4)) == 1
        assert not CareNote.objects.exists() and AuditEntry.objects.filter(kind="tours.care_forgotten").count() == 1


def test_names_open_to_keeper_class_teacher_and_leader_after_the_purpose_and_to_nobody_else(here, school):
    with_slips(here)
    tour = tour_of(here)
    group = next(one for one in tour.groups if one.leader_id == here.owner.pk)
    addresses = {
        "list": reverse("tours:list", args=[here.entry.pk]), "groups": reverse("tours:groups", args=[here.entry.pk]),
        "slips": reverse("tours:slips", args=[here.entry.pk, here.classes[0].pk]),
        "other": reverse("tours:slips", args=[here.entry.pk, here.classes[1].pk]),
        "group": reverse("tours:group", args=[here.entry.pk, group.pk]),
        "off": reverse("tours:off", args=[here.entry.pk, here.pupils[here.classes[0].pk][0].pk]),
        "rosters": reverse("tours:rosters", args=[here.entry.pk]), "counts": reverse("tours:counts", args=[here.entry.pk]),
    }  # fmt: skip
    found = {}
    for person in (here.owner, here.teacher, here.stranger):
        desk = signed_in(person)
        assert desk.get(addresses["list"]).url.endswith("/purpose/")
        shown = desk.get(reverse("tours:tour", args=[here.entry.pk])).content.decode()
        assert not any(one.name in shown for some in here.pupils.values() for one in some)
        desk.post(reverse("tours:purpose", args=[here.entry.pk]), {"purpose": "safety"})
        for name, address in addresses.items():
            answer = desk.get(address)
            answer.getvalue()
            found.setdefault(name, []).append(answer.status_code)

    assert found == {
        "list": [OK, NO, NO], "groups": [OK, NO, NO], "slips": [OK, OK, NO], "other": [OK, NO, NO], "group": [OK, NO, NO],
        "off": [OK, OK, NONE], "rosters": [OK, OK, OK], "counts": [OK, OK, OK],
    }  # fmt: skip
    keeper = signed_in(here.owner)
    assert "不能列入名单" in keeper.get(addresses["list"]).content.decode()
    answer = keeper.post(addresses["group"], {"point": "返校", "there": "0", "note": ""})
    assert answer.status_code == UNFIT and "缺谁" in answer.content.decode()
