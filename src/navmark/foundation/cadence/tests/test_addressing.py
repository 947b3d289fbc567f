"""What a viewer is shown of many rows is what the same questions answer of each of them."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.access import acts_on, concerning, others_duties, spots_of, watches
from navmark.foundation.cadence.addressing import addresses, words_around
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import DONE_READ, stand_of
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind, Unit
from navmark.foundation.people.tests.factories import a_branch, a_viewer, holder, our_school
from navmark.foundation.tenancy.scope import within

ON = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 8, tzinfo=get_current_timezone())
WORDS = ("", "secretary", "deputy_secretary", "clerk group_leader", "committee members")


POSTS = (PostKind.SECRETARY, PostKind.CLERK, PostKind.GROUP_LEADER)


def everything_they_may_say():
    """A branch with groups; its rows say everything that they may, open, late and done."""
    with within(our_school()):
        branch = a_branch(groups=2)
        who = holder(PostKind.SECRETARY).pk
        places = [None, branch, Unit.objects.get(parent=branch, number=1), Unit.objects.get(parent=branch, number=2)]
        rows = []
        for circles, overseers, place, settled in product(WORDS, WORDS, places, ("", "done")):
            duty = {"circles": circles, "overseers": overseers, "place_id": place and place.pk, "settled": settled}
            duty |= {"opens_on": ON, "late_on": ON if circles else None, "settled_on": ON if settled else None}
            about = {"subject_kind": "unit", "subject_id": (place or branch).pk}
            rows += [Duty(**about, **duty), Duty(**about, but_not=who, **duty)]
            rows += [Duty(subject_kind="person", subject_id=who, **duty)]
        Duty.objects.bulk_create(rows)


@pytest.fixture(scope="module")
def rows(lasting):
    lasting(everything_they_may_say)


@pytest.fixture
def viewers(rows, inside):
    return [a_viewer(holder(post), on=ON) for post in POSTS]


def test_rows_by_whole_words_are_those_of_which_each_says_so_itself(viewers):
    for viewer in viewers:
        mine, seen = concerning(viewer.person.pk, spots_of(viewer, addresses(on=ON).words))
        rows = list(Duty.objects.all())

        assert set(Duty.objects.filter(mine)) == {one for one in rows if acts_on(viewer, one)}
        assert set(Duty.objects.filter(seen)) == {one for one in rows if watches(viewer, one)}


def test_what_waits_and_what_was_done_last_is_what_each_row_says(viewers):
    for viewer in viewers:
        spots = spots_of(viewer, addresses(on=ON).words)
        stand = stand_of(viewer.person.pk, spots, on=ON, until=ON)
        rows = Duty.objects.order_by("settled_on", "pk").reverse()
        done = [one for one in rows.filter(settled="done") if acts_on(viewer, one) or watches(viewer, one)]

        assert {one.duty for one in stand.waiting} == {one for one in rows.filter(settled="") if acts_on(viewer, one)}
        assert [one.duty for one in stand.done] == done[:DONE_READ] and len(done) > DONE_READ


def test_what_others_do_is_counted_as_its_rows_say(viewers):
    for viewer in viewers:
        others = [one for one in Duty.objects.filter(settled="") if watches(viewer, one) and not acts_on(viewer, one)]

        assert others_duties(viewer, addresses(on=ON).watched) == (len(others), sum(one.late_on is not None for one in others))


def test_the_words_around_a_unit_are_those_of_its_own_rows(viewers):
    unit = Unit.objects.filter(parent__isnull=False).first()
    assert unit is not None
    Duty.objects.filter(place_id=unit.pk).exclude(circles="secretary", overseers="").delete()

    assert words_around(unit.pk) == {"secretary"}


def test_rows_are_as_of_now_from_a_sweep_until_the_day_changes(inside):
    assert not addresses(on=ON).is_current
    sweep(on=ON, at=AT)

    assert addresses(on=ON).is_current
    assert not addresses(on=ON + timedelta(days=1)).is_current
