"""年度第几次: given as the next one, corrected by hand, free again when the meeting is cancelled."""

from datetime import timedelta

import pytest

from navmark.foundation.activities import actions
from navmark.foundation.activities.numbering import give_numbers, next_numbers, of_the_same_number
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.tests.factories import ALL, BEFORE, FEW, START, TWO, a_plan, an_activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder


@pytest.fixture
def branch(inside):
    return a_branch()


def numbers(activity):
    return {part.kind: part.number for part in activity.parts.all()}


def planned(branch, number, *, days=0):
    plan = Plan(unit=branch, title="会", parts=[PlannedPart(FEW.code, number=number)], starts_at=START + timedelta(days=days))
    return actions.plan(plan, by=holder(PostKind.SECRETARY), at=BEFORE)


def test_each_kind_is_numbered_by_itself_and_begins_anew_each_year(branch):
    one = an_activity(branch, FEW.code)
    both = an_activity(branch, FEW.code, ALL.code, starts_at=START + timedelta(days=1))
    january = an_activity(branch, FEW.code, starts_at=START + timedelta(days=60))

    assert [numbers(one), numbers(both), numbers(january)] == [
        {FEW.code: 1}, {FEW.code: 2, ALL.code: 1}, {FEW.code: 1},
    ]  # fmt: skip


def test_a_school_that_begins_in_november_goes_on_from_its_paper_book(branch):
    planned(branch, 11)

    assert numbers(an_activity(branch, FEW.code, starts_at=START + timedelta(days=20))) == {FEW.code: 12}


def test_what_is_planned_later_or_earlier_changes_no_number(branch):
    first = an_activity(branch, FEW.code)
    an_activity(branch, FEW.code, starts_at=START - timedelta(days=10))
    an_activity(branch, FEW.code, starts_at=START + timedelta(days=10))

    assert numbers(first) == {FEW.code: 1}


def test_a_cancelled_meeting_gives_its_number_back(branch):
    planned(branch, 11)
    lost = planned(branch, 12, days=7)
    actions.cancel(lost, because="停电", by=holder(PostKind.SECRETARY), at=BEFORE)

    assert numbers(lost) == {FEW.code: None}
    assert next_numbers([FEW.code], branch, START.year) == {FEW.code: 12}


def test_the_next_number_costs_one_query_however_many_kinds(branch, django_assert_num_queries):
    an_activity(branch, FEW.code, ALL.code)
    with django_assert_num_queries(1):
        assert next_numbers([FEW.code, ALL.code], branch, START.year) == {FEW.code: 2, ALL.code: 2}


def test_who_has_no_number_is_given_one_and_who_has_one_keeps_it(branch):
    activity = planned(branch, 7)
    give_numbers(activity)
    assert numbers(activity) == {FEW.code: 7}

    activity.parts.update(number=None)
    give_numbers(activity)
    assert numbers(activity) == {FEW.code: 1}


def test_twins_are_of_the_same_kind_unit_and_year(branch):
    one, two = planned(branch, 3), planned(branch, 3, days=2)
    planned(branch, 3, days=90)

    assert [part.activity for part in of_the_same_number(one.parts.get())] == [two]


def test_what_hangs_on_a_part_stays_with_its_kind_when_another_is_unticked(branch):
    secretary = holder(PostKind.SECRETARY)
    activity = an_activity(branch, FEW.code, ALL.code, TWO.code)
    kept = {part.kind: part.pk for part in activity.parts.all()}

    actions.change(activity, a_plan(branch, FEW.code, TWO.code), by=secretary, at=BEFORE)
    assert {part.kind: part.pk for part in activity.parts.all()} == {code: kept[code] for code in (FEW.code, TWO.code)}

    actions.change(activity, a_plan(branch, FEW.code, ALL.code, TWO.code), by=secretary, at=BEFORE)
    assert [(part.position, part.kind) for part in activity.parts.all()] == [(1, FEW.code), (2, ALL.code), (3, TWO.code)]
    assert activity.parts.get(kind=TWO.code).pk == kept[TWO.code]
