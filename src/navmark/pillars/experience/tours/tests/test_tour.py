"""A tour from its slips to the last head count: who has no slip does not go, and nobody is missing when it is back."""

import pytest
from django.urls import reverse

from navmark.foundation.outings import actions, refusals
from navmark.foundation.outings.sheets import rosters
from navmark.foundation.outings.tests.scene import AT, COURSE, a_tour, tour_of, with_slips
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.registers import actions as entries
from navmark.foundation.registers.refusals import StepDoubted
from navmark.foundation.slips.actions import record_slips, take_back
from navmark.foundation.slips.refusals import ListClosed
from navmark.foundation.slips.sheets import letters


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


def test_an_address_that_somebody_kept_leads_to_where_its_groups_stand_now(here):
    kept = reverse("tours:of_tour", args=[here.entry.pk, "groups/"])

    assert signed_in(here.owner).get(kept).url == reverse("outings:groups", args=[here.entry.pk])
