"""Whom a record waits for: named before it is completed, and the same whom the door lets in."""

from datetime import timedelta

import pytest

from navmark.foundation.activities.tests.factories import ALL, DAY
from navmark.foundation.people.models import Person, PostKind
from navmark.foundation.people.queries import committee_on
from navmark.foundation.people.tests.factories import a_viewer, holder
from navmark.foundation.proceedings.tests.factories import a_held_meeting
from navmark.foundation.records.access import may_lock
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.signers import second_signers, signers, who_leaves_a_second


@pytest.mark.parametrize("kept_by_the_committee", [False, True])
def test_the_names_are_those_whom_the_door_lets_in(branch, clerk, kept_by_the_committee):
    member = committee_on(branch, DAY).last()
    activity = a_held_meeting(branch, ALL.code, **({"recorder": member} if kept_by_the_committee else {}))

    named = signers(record_of(activity), on=DAY)
    let_in = [one for one in Person.objects.all() if may_lock(a_viewer(one, on=DAY), record_of(activity))]

    assert set(named) == set(let_in) and holder(PostKind.SECRETARY) in named
    assert (member in named) == kept_by_the_committee


def test_whoever_completes_it_is_not_the_second(branch, clerk, secretary):
    activity = a_held_meeting(branch, ALL.code)
    assert secretary not in second_signers(record_of(activity), first=secretary, on=DAY)


def test_where_the_only_one_would_complete_it_the_recorder_is_proposed(branch, clerk, secretary):
    activity = a_held_meeting(branch, ALL.code)
    for post in committee_on(branch, DAY).exclude(pk=secretary.pk):
        post.posts.filter(kind=PostKind.DEPUTY_SECRETARY).update(to_day=DAY - timedelta(days=1))

    assert second_signers(record_of(activity), first=secretary, on=DAY) == []
    assert who_leaves_a_second(record_of(activity), first=secretary, on=DAY) == [clerk]
    assert who_leaves_a_second(record_of(activity), first=clerk, on=DAY) == []
