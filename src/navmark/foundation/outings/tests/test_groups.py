"""Names of a group open to its keepers and its leader, and what care is needed to the leader alone."""

import pytest
from django.urls import reverse

from navmark.foundation.outings.tests.scene import AT, a_tour, tour_of, with_slips
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.privacy.models import AccessEntry, OpenedPart
from navmark.foundation.slips.actions import note_care
from navmark.foundation.tenancy.scope import within

MOVED, OK, NO, NONE, UNFIT = 302, 200, 403, 404, 422


@pytest.fixture
def here(inside):
    return a_tour()


def test_what_care_is_needed_opens_to_the_leader_alone_and_logged(here, school):
    with_slips(here)
    tour = tour_of(here)
    group = next(one for one in tour.groups if one.leader_id == here.helper.pk)
    child = tour.within(group)[0].pupil
    note_care(tour, child, "花粉过敏", is_signed=True, by=here.owner, at=AT)
    page = reverse("outings:care", args=[here.entry.pk, group.pk])
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
        page = reverse("outings:group", args=[here.entry.pk, group.pk])
        addresses = {name: reverse(f"outings:{name}", args=[here.entry.pk]) for name in ("entry", "groups", "rosters", "counts")}
        gate = desk.get(page).url
        shown = desk.get(addresses.pop("entry")).content.decode()
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
