from datetime import timedelta

import pytest

from navmark.foundation.activities import actions, attendance, completing, expecting, guests, signing_in
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Attendance, Method, Presence
from navmark.foundation.activities.refusals import (
    AlreadyCancelled,
    AlreadyHeld,
    NotOnTheRoll,
    SignInCancelled,
    SignInOver,
    TooEarly,
)
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.tests.factories import ALL, BEFORE, DAY, DURING, FEW, START, TWO, a_plan, an_activity
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.models import Absence, PostKind, RightsSuspension
from navmark.foundation.people.queries import committee_on, members_on, voters_on
from navmark.foundation.people.tests.factories import a_branch, a_member, a_staff_member, holder
from navmark.foundation.records.refusals import Locked
from navmark.foundation.ui.refusals import Refusal


@pytest.fixture
def branch(inside):
    return a_branch()


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)


def test_a_plan_expects_all_members_and_marks_nobody(branch):
    activity = an_activity(branch)

    roll = Rolls(activity).of(activity.parts.get())

    assert (roll.expected, roll.apart, roll.others, roll.entitled) == (26, 24, 2, 24)
    assert (roll.present, roll.unmarked) == (0, 26)


def test_each_part_has_its_own_roll(branch):
    activity = an_activity(branch, FEW.code, ALL.code)
    few, everybody = activity.parts.all()

    rolls = Rolls(activity)

    assert (rolls.of(few).expected, rolls.of(everybody).expected) == (5, 26)
    assert rolls.whole().expected == 26


def test_somebody_on_leave_that_day_stands_on_the_roll_as_on_leave(branch, secretary):
    away = members_on(branch, DAY).exclude(pk=secretary.pk).first()
    Absence.objects.create(person=away, kind="maternity", from_day=DAY, to_day=DAY)

    row = an_activity(branch).roll.get(person=away)

    assert (row.presence, row.method, row.reason) == (Presence.LEAVE, Method.PLAN, "产假")


def test_leave_that_ended_the_day_before_is_not_on_the_roll(branch, secretary):
    away = members_on(branch, DAY).first()
    Absence.objects.create(person=away, kind="sick", to_day=DAY - timedelta(days=1))

    assert an_activity(branch).roll.get(person=away).presence == Presence.UNKNOWN


def test_a_suspended_member_is_expected_and_does_not_vote(branch):
    RightsSuspension.objects.create(person=voters_on(branch, DAY).first(), basis="留党察看", from_day=DAY)
    activity = an_activity(branch)

    roll = Rolls(activity).of(activity.parts.get())

    assert (roll.expected, roll.entitled) == (26, 23)


def test_nobody_is_marked_present_before_the_start(branch, secretary):
    activity = an_activity(branch)

    with pytest.raises(TooEarly):
        attendance.all_others_present(activity, by=secretary, at=START - timedelta(minutes=1))
    with pytest.raises(TooEarly):
        attendance.mark(activity, {secretary: Mark(Presence.PRESENT)}, by=secretary, at=BEFORE)

    assert not activity.roll.exclude(presence=Presence.UNKNOWN).exists()


def test_leave_may_be_marked_before_the_start(branch, secretary):
    activity = an_activity(branch)

    attendance.mark(activity, {secretary: Mark(Presence.LEAVE, "外出开会")}, by=secretary, at=BEFORE)

    assert activity.roll.get(person=secretary).reason == "外出开会"


def test_all_others_present_is_one_named_act(branch, secretary):
    activity = an_activity(branch)
    late = members_on(branch, DAY).exclude(pk=secretary.pk).first()
    attendance.mark(activity, {late: Mark(Presence.LATE)}, by=secretary, at=DURING)

    count = attendance.all_others_present(activity, by=secretary, at=DURING)

    assert count == 25
    assert set(activity.roll.values_list("method", flat=True)) == {Method.SHEET, Method.ALL_OTHERS}
    assert AuditEntry.objects.get(kind="activities.all_others_present").by == secretary.pk
    activity.refresh_from_db()
    assert activity.state == "held"


def test_a_mistaken_mark_is_taken_back(branch, secretary):
    activity = an_activity(branch)
    attendance.mark(activity, {secretary: Mark(Presence.PRESENT)}, by=secretary, at=DURING)

    attendance.mark(activity, {secretary: Mark(Presence.UNKNOWN)}, by=secretary, at=DURING)

    row = activity.roll.get(person=secretary)
    assert (row.presence, row.marked_by, row.marked_at, row.method) == ("", None, None, "")


def test_a_stranger_to_the_roll_is_refused(branch, secretary):
    activity = an_activity(branch)

    with pytest.raises(NotOnTheRoll):
        attendance.mark(activity, {a_staff_member(): Mark(Presence.PRESENT)}, by=secretary, at=DURING)


def test_a_second_tap_changes_nothing(branch, secretary):
    activity = an_activity(branch)

    assert signing_in.sign_in(activity.pk, secretary, at=DURING).is_first
    assert not signing_in.sign_in(activity.pk, secretary, at=DURING + timedelta(seconds=1)).is_first

    row = activity.roll.get(person=secretary)
    assert (row.presence, row.method, row.marked_at) == (Presence.PRESENT, Method.OWN, DURING)
    assert AuditEntry.objects.filter(kind="activities.signed_in").count() == 1


def test_a_picked_name_waits_for_confirmation_and_an_own_tap_needs_none(branch, secretary):
    activity = an_activity(branch)
    signing_in.sign_in(activity.pk, secretary, at=DURING, picked=True)
    assert activity.roll.get(person=secretary).awaits_confirmation

    assert signing_in.sign_in(activity.pk, secretary, at=DURING).is_first

    assert not activity.roll.get(person=secretary).awaits_confirmation


def test_who_was_on_leave_and_came_after_all_signs_in(branch, secretary):
    activity = an_activity(branch)
    attendance.ask_leave(activity, reason="出差", by=secretary, at=BEFORE)

    assert signing_in.sign_in(activity.pk, secretary, at=DURING).is_first


def test_leaving_somebody_out_of_the_count_needs_a_basis_and_touches_this_meeting_alone(branch, secretary):
    activity, other = an_activity(branch), an_activity(branch, title="另一次会")
    voter = secretary
    with pytest.raises(Refusal):
        attendance.leave_out_of_count(activity, voter, basis=" ", by=secretary, at=DURING)

    attendance.leave_out_of_count(activity, voter, basis="上级同意,大会通过", by=secretary, at=DURING)

    assert Rolls(activity).of(activity.parts.get()).entitled == 23
    assert Rolls(other).of(other.parts.get()).entitled == 24


def test_changing_the_plan_keeps_marks_and_adds_who_is_new(branch, secretary):
    activity = an_activity(branch, FEW.code)
    attendance.mark(activity, {secretary: Mark(Presence.LEAVE, "病")}, by=secretary, at=BEFORE)

    actions.change(activity, a_plan(branch, FEW.code, ALL.code), by=secretary, at=BEFORE)

    assert activity.roll.count() == 26
    assert activity.roll.get(person=secretary).presence == Presence.LEAVE


def test_who_joined_the_branch_after_the_plan_is_added_when_the_roll_is_refreshed(branch, secretary):
    activity = an_activity(branch)
    new = a_member(branch)

    expecting.refresh_roll(activity, by=secretary, at=BEFORE)

    assert activity.roll.filter(person=new).exists()


def test_a_talk_expects_only_the_two(branch, secretary):
    other = committee_on(branch, DAY).exclude(pk=secretary.pk).first()

    talk = an_activity(branch, TWO.code, chosen=(secretary, other))

    assert set(talk.roll.values_list("person", flat=True)) == {secretary.pk, other.pk}
    assert talk.is_private


def test_a_closed_or_cancelled_activity_takes_no_mark(branch, secretary):
    closed, cancelled = an_activity(branch), an_activity(branch)
    completing.close(closed, by=secretary, at=DURING)
    actions.cancel(cancelled, because="停电", by=secretary, at=DURING)

    with pytest.raises(Locked):
        attendance.all_others_present(closed, by=secretary, at=DURING)
    with pytest.raises(AlreadyCancelled):
        attendance.all_others_present(cancelled, by=secretary, at=DURING)
    for activity, refusal in ((closed, SignInOver), (cancelled, SignInCancelled)):
        with pytest.raises(refusal):
            signing_in.sign_in(activity.pk, secretary, at=DURING)
    assert not Attendance.objects.exclude(presence=Presence.UNKNOWN).exists()


def test_guests_and_observers_are_beside_the_count(branch, secretary):
    activity = an_activity(branch)
    teacher = a_staff_member()
    guests.invite(activity, [teacher, secretary], by=secretary, at=BEFORE)
    guests.set_guests(activity, [("李主任", "某社区")], by=secretary, at=BEFORE)

    rolls = Rolls(activity)

    assert rolls.whole().expected == 26
    assert [place.person for place in rolls.whole().observers] == [teacher]
    assert activity.guests.get().organisation == "某社区"


def test_the_roll_is_read_with_the_same_number_of_queries_for_3_and_24(branch, django_assert_num_queries, secretary):
    small = an_activity(branch, TWO.code, chosen=(secretary, holder(PostKind.CLERK)))
    large = an_activity(branch)
    for activity in (small, large):
        part = activity.parts.get()
        with django_assert_num_queries(4 if activity == large else 2):
            Rolls(activity).of(part)


def test_what_was_held_is_not_cancelled(branch, secretary):
    activity = an_activity(branch)
    attendance.mark(activity, {secretary: Mark(Presence.PRESENT)}, by=secretary, at=DURING)

    with pytest.raises(AlreadyHeld):
        actions.cancel(activity, because="误操作", by=secretary, at=DURING)
