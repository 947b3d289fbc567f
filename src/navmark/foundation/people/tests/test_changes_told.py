"""The trail says from what to what; of what is sealed only that it changed."""

from datetime import date

import pytest
from django.utils import timezone

from navmark.foundation.audit.queries import history_of
from navmark.foundation.people import actions
from navmark.foundation.people.actions.persons import change_person
from navmark.foundation.people.models import AbsenceKind, PostKind, Status
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.refusals import EndsBeforeItBegins
from navmark.foundation.people.tests.factories import a_branch, a_member, a_post, a_staff_member, a_status


def test_a_corrected_detail_is_told_and_a_sealed_one_is_not(inside):
    person = a_staff_member()
    phone = "13900000001"

    change_person(person, phone=phone, job="年级组长", by=person, at=timezone.now())
    entry = history_of(person).get(kind="people.changed")

    told = {(one.old, one.new) for one in deeds([entry])[0].changes}
    assert ("", "") in told
    assert any(new == "年级组长" for _old, new in told)
    assert phone not in entry.payload


AT = timezone.now()
FIRST, LAST, SOONER = date(2026, 9, 1), date(2026, 12, 31), date(2026, 11, 20)


def told_of(person, kind):
    return [(one.old, one.new) for one in deeds([history_of(person).get(kind=kind)])[0].changes]


def test_a_leave_that_ends_sooner_leaves_the_old_day(inside):
    person = a_staff_member()
    leave = actions.note_absence(person, kind=AbsenceKind.SICK, from_day=FIRST, to_day=LAST, by=person, at=AT)

    actions.end_absence(leave, last_day=SOONER, by=person, at=AT)

    assert told_of(person, "people.absence_ended") == [("12月31日(周四)", "11月20日(周五)")]


def test_an_office_that_had_a_last_day_leaves_it(inside):
    person = a_staff_member()
    post = a_post(person, PostKind.MORAL_HEAD, from_day=FIRST)
    post.to_day = LAST
    post.save()

    actions.dismiss(post, last_day=SOONER, by=person, at=AT)

    assert told_of(person, "people.dismissed") == [("12月31日(周四)", "11月20日(周五)")]


def test_a_corrected_day_of_joining_leaves_the_old_one(inside):
    branch = a_branch(members=3, committee=3)
    person = a_staff_member()
    a_status(person, branch, Status.FULL, from_day=date(2019, 7, 1))

    actions.set_status(person, branch=branch, status=Status.FULL, from_day=date(2018, 7, 1), by=person, at=AT)

    assert [new != old for old, new in told_of(person, "people.status")] == [True]


def test_what_would_end_before_it_begins_stays(inside):
    person = a_member(a_branch(members=3, committee=3))
    post = a_post(person, PostKind.MORAL_HEAD, from_day=LAST)

    with pytest.raises(EndsBeforeItBegins):
        actions.dismiss(post, last_day=SOONER, by=person, at=AT)
    post.refresh_from_db()
    assert post.to_day is None
