"""Whoever is new in an office is reminded of what waits for it; who was told before is not told again."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.sweeping import is_due, sweep
from navmark.foundation.notices.models import Notice
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people import actions
from navmark.foundation.people.models import Post, PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_staff_member, a_unit, an_administrator
from navmark.foundation.programme.loading import establish_programme


def at(day, hour=9):
    return datetime(2026, 11, day, hour, tzinfo=get_current_timezone())


@pytest.fixture
def group(inside):
    establish_programme(at=at(2))
    return a_unit(UnitKind.SUBJECT_GROUP, "数学教研组")


def head_from(day, group):
    person = a_staff_member()
    first_day, by = date(2026, 11, day), an_administrator()
    actions.appoint(person, kind=PostKind.SUBJECT_HEAD, unit=group, from_day=first_day, by=by, at=at(day, 8))
    return person


def minute_of(day):
    """What a minute of that day does about it: make what is due, and remind."""
    if is_due(at(day).date()):
        sweep(on=at(day).date(), at=at(day))
    remind(at(day))


def test_a_new_leader_is_reminded_of_what_waits(group):
    before = head_from(2, group)
    minute_of(24)
    assert list(Notice.objects.values_list("person", flat=True)) == [before.pk]

    post = Post.objects.get(person=before)
    actions.dismiss(post, last_day=date(2026, 11, 24), by=an_administrator(), at=at(25, 8))
    new = head_from(25, group)
    minute_of(25)
    minute_of(26)

    assert sorted(Notice.objects.values_list("person", flat=True)) == sorted([before.pk, new.pk])


def test_a_first_leader_is_reminded_of_what_nobody_was_told(group):
    minute_of(24)
    first = head_from(25, group)
    minute_of(25)

    assert list(Notice.objects.values_list("person", flat=True)) == [first.pk]
