"""The turn of the school year: the sixth grade leaves in July, the others are a grade higher in September."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.models import Engagement, Leaving, Person, Post, PostKind, Unit, UnitMembership
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.policy import LeavingSchool
from navmark.foundation.people.queries import classes_on
from navmark.foundation.people.rollover import roll_over
from navmark.foundation.people.tests.factories import a_class, a_post, a_pupil, a_staff_member
from navmark.foundation.tenancy.scope import within

AT = datetime(2027, 8, 1, 2, tzinfo=timezone.get_default_timezone())
JULY, AUGUST, SEPTEMBER = date(2027, 7, 31), date(2027, 8, 1), date(2027, 9, 1)


@pytest.fixture
def sixth(inside) -> Unit:
    return a_class(entry_year=2021)


def test_the_sixth_grade_is_on_the_roll_on_its_last_day_and_not_on_the_next(sixth):
    pupil = a_pupil(sixth)
    assert roll_over(JULY, at=AT) == 0

    assert roll_over(AUGUST, at=AT) == 1

    assert (classes_on(JULY), classes_on(AUGUST)) == ([sixth], [])
    engagement = Engagement.objects.get(person=pupil)
    assert (engagement.to_day, engagement.leaving) == (JULY, Leaving.GRADUATED)
    assert UnitMembership.objects.get(person=pupil).to_day == JULY


def test_the_fifth_grade_stays(sixth):
    fifth = a_class(entry_year=2022)
    pupil = a_pupil(fifth)

    roll_over(AUGUST, at=AT)

    assert classes_on(SEPTEMBER) == [fifth]
    assert Engagement.objects.get(person=pupil).to_day is None


def test_in_september_every_class_is_a_grade_higher_and_nothing_is_written(inside, django_assert_num_queries):
    classes = [a_class(entry_year=year) for year in range(2022, 2028)]

    assert [name_on(unit, date(2027, 8, 31))[:3] for unit in classes[:5]] == ["五年级", "四年级", "三年级", "二年级", "一年级"]
    assert [name_on(unit, SEPTEMBER)[:3] for unit in classes] == ["六年级", "五年级", "四年级", "三年级", "二年级", "一年级"]
    with django_assert_num_queries(4):  # a savepoint and its release, the policy, the years of the classes
        assert roll_over(SEPTEMBER, at=AT) == 0


def test_a_class_that_has_left_is_called_by_its_year_of_entry(sixth):
    assert name_on(sixth, date(2027, 8, 31)) == "六年级(1)班"
    assert name_on(sixth, SEPTEMBER) == "2021级(1)班"


def test_a_second_turn_of_the_same_year_writes_nothing(sixth):
    a_pupil(sixth)
    roll_over(AUGUST, at=AT)

    assert roll_over(AUGUST, at=AT) == roll_over(date(2029, 8, 1), at=AT) == 0

    assert AuditEntry.objects.filter(kind="people.graduated").count() == 1
    assert Unit.objects.get().to_day == JULY


def test_years_missed_are_caught_up_each_with_its_own_last_day(sixth):
    a_class(entry_year=2022)
    a_class(entry_year=2023)

    assert roll_over(date(2028, 9, 1), at=AT) == 2

    classes = Unit.objects.order_by("entry_year")
    assert list(classes.values_list("to_day", flat=True)) == [JULY, date(2028, 7, 31), None]


def test_who_left_before_keeps_that_day_and_reason(sixth):
    pupil = a_pupil(sixth)
    left = date(2026, 12, 1)
    Engagement.objects.filter(person=pupil).update(to_day=left, leaving=Leaving.TRANSFERRED)
    UnitMembership.objects.filter(person=pupil).update(to_day=left)

    roll_over(AUGUST, at=AT)

    engagement = Engagement.objects.get(person=pupil)
    assert (engagement.to_day, engagement.leaving) == (left, Leaving.TRANSFERRED)
    assert UnitMembership.objects.get(person=pupil).to_day == left


def test_a_pupil_who_repeats_a_year_stays_with_the_new_class(sixth):
    pupil = a_pupil(sixth)
    fifth = a_class(entry_year=2022)
    UnitMembership.objects.update(to_day=date(2027, 2, 28))
    UnitMembership.objects.create(person=pupil, unit=fifth, from_day=date(2027, 3, 1))

    roll_over(AUGUST, at=AT)

    assert Engagement.objects.get(person=pupil).to_day is None
    assert UnitMembership.objects.on(SEPTEMBER).get(person=pupil).unit == fifth


def test_the_class_teacher_is_free_and_stays_on_the_staff(sixth):
    teacher = a_staff_member()
    post = a_post(teacher, PostKind.CLASS_TEACHER, unit=sixth)

    roll_over(AUGUST, at=AT)

    assert Post.objects.get(pk=post.pk).to_day == JULY
    assert Engagement.objects.get(person=teacher).to_day is None


def test_nobody_is_deleted_and_the_trail_counts_without_names(sixth):
    pupil = a_pupil(sixth)

    roll_over(AUGUST, at=AT)

    assert Person.objects.filter(pk=pupil.pk).exists()
    entry = AuditEntry.objects.get(kind="people.graduated")
    assert '"pupils": 1' in entry.payload.replace('":1', '": 1')
    assert pupil.name not in entry.payload


def test_a_school_may_let_its_sixth_grade_leave_in_june(sixth):
    for field, value in (("month", 6), ("day", 30)):
        LeavingSchool.decide(field, value, holds_from=date(2027, 1, 1), basis="校务会决定", by=sixth.pk, at=AT)

    assert roll_over(date(2027, 7, 1), at=AT) == 1

    assert Unit.objects.get().to_day == date(2027, 6, 30)


def test_a_decided_month_shorter_than_the_decided_day_ends_on_its_last_day(sixth):
    LeavingSchool.decide("month", 6, holds_from=date(2027, 1, 1), basis="校务会决定", by=sixth.pk, at=AT)

    assert roll_over(date(2027, 7, 1), at=AT) == 1

    assert Unit.objects.get().to_day == date(2027, 6, 30)


def test_the_neighbours_sixth_grade_is_the_neighbours_business(sixth, neighbour):
    with within(neighbour):
        theirs = a_class(entry_year=2021)

    roll_over(AUGUST, at=AT)

    with within(neighbour):
        assert Unit.objects.get(pk=theirs.pk).to_day is None


def test_the_turn_takes_as_many_queries_for_thirty_pupils_as_for_one(sixth, django_assert_max_num_queries):
    for _place in range(30):
        a_pupil(sixth)

    with django_assert_max_num_queries(14):
        roll_over(AUGUST, at=AT)
