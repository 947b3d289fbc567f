"""Turns are proposed, confirmed, swapped, handed on, passed over and kept; what waits and the occasion's paper follow."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from navmark.foundation.activities.planning.actions import arrange, call_off, rearrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.almanac.models import HolidayNotice
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.handing import Passing
from navmark.foundation.people.models import Absence, Engagement
from navmark.foundation.people.queries import school_unit
from navmark.foundation.people.tests.factories import a_staff_member, a_viewer
from navmark.foundation.rotas import actions, asking, handing, known, listing, refusals
from navmark.foundation.rotas.holders import RotaCircle, of_person, of_unit
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.proposing import propose, propose_everywhere
from navmark.foundation.rotas.stretches import Stretch
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school

WEEK = timedelta(days=7)


@pytest.fixture
def here(inside):
    made = make_school()
    propose(made.rota, made.whole, at=AT)
    return made


def turns(here, rota=None):
    return list(Turn.objects.filter(rota=rota or here.rota).select_related("rota", "unit", "person", "holder_unit", "activity"))


def classes(here):
    """Which class has which week, by their numbers."""
    return [turn.holder_unit.number for turn in turns(here)]


def waits(at=AT):
    """What waits, which is what a derivation from the sources yields."""
    assert [waiting.refresh(kind, at=at) for kind in ("turn", "rota", "turn_ask")] == [0, 0, 0]
    rows = Duty.objects.filter(closed_at__isnull=True, source_kind__in=("turn", "rota"))
    return {(title_of(duty), duty.subject_id) for duty in rows}


def an_occasion(here, at, **given):
    plan = Plan(here.whole, "升旗讲话", [PlannedPart("flag")], at, host=here.moral_head, recorder=here.moral_head)
    return arrange(plan, {"topic": "节约", **given}, by=here.moral_head, at=AT)


def test_it_proposes_as_many_weeks_ahead_as_said_and_again_nothing(here):
    assert classes(here) == [1, 2, 3, 4]
    assert [turn.starts_on for turn in turns(here)] == [date(2026, 11, 23) + n * WEEK for n in range(4)]
    assert propose(here.rota, here.whole, at=AT) == []
    assert [known.rotas_kept(AT.date() - days) for days in (WEEK, 0 * WEEK)] == [0, 1]

    propose(here.rota, here.whole, at=AT + WEEK)
    assert classes(here) == [1, 2, 3, 4, 5]


def test_a_place_is_filled_once_and_by_one(here):
    turn = turns(here)[0]
    for wrong in ({"place": 1}, {"place": 2, "person": here.teacher}, {"place": 2, "holder_unit": None}):
        fields = {name: getattr(turn, name) for name in ("rota", "unit", "period_key", "starts_on", "ends_on", "holder_unit")}
        with pytest.raises(IntegrityError), transaction.atomic():
            Turn.objects.create(**fields | {"by_order": turn.by_order, "changed_at": AT} | wrong)


def test_what_is_proposed_waits_for_its_keepers_and_what_is_confirmed_for_the_head_of_the_class(here):
    assert waits() == {("确认轮值：国旗下讲话轮值", here.whole.pk)}

    assert actions.confirm(here.rota, here.whole, by=here.moral_head, at=AT) == 4

    assert waits() == {
        (f"轮到：国旗下讲话轮值，{turn.when}", turn.holder_unit_id) for turn in turns(here)
    }  # fmt: skip
    assert set(Duty.objects.filter(source_kind="turn").values_list("circles", flat=True)) == {"head_of"}


def test_a_swap_changes_nobody_s_count_and_stands_in_the_trail_with_old_and_new(here):
    first, second, *_rest = turns(here)
    actions.swap(first, second, by=here.moral_head, at=AT)

    assert classes(here) == [2, 1, 3, 4]
    (entry,) = AuditEntry.objects.filter(kind="rotas.swapped")
    assert [change[1:3] for change in entry.facts['changes']] == [
        [str(here.classes[0].pk), str(here.classes[1].pk)], [str(here.classes[1].pk), str(here.classes[0].pk)]
    ]  # fmt: skip
    propose(here.rota, here.whole, at=AT + 5 * WEEK)
    assert classes(here)[4:] == [5, 1, 2, 3]


def test_a_swap_is_asked_and_nothing_changes_before_the_answer(here):
    first, second, third, _last = turns(here)
    asked = asking.ask(first, other=second, note="家长会", by=here.teachers[0], at=AT)
    with pytest.raises(refusals.AsksAlready):
        asking.ask(first, other=third, by=here.teachers[0], at=AT)
    assert (classes(here), title_of(Duty.objects.get(source_kind="turn_ask"))[:6]) == ([1, 2, 3, 4], "有人请您换班")

    asking.answer(asked, agreed=True, by=here.teachers[1], at=AT)

    assert (classes(here), Duty.objects.filter(source_kind="turn_ask").count()) == ([2, 1, 3, 4], 0)
    with pytest.raises(refusals.AnsweredAlready):
        asking.answer(asked, agreed=True, by=here.teachers[1], at=AT)


def test_passed_over_it_is_the_turn_of_whoever_is_next_and_the_one_before_comes_after(here):
    row = actions.skip(turns(here)[1], because="春游", by=here.moral_head, at=AT)
    assert (classes(here), row.why) == ([1, 5, 3, 4], "春游")

    propose(here.rota, here.whole, at=AT + 2 * WEEK)
    assert classes(here)[4:] == [2, 1]


def test_what_is_over_changes_no_more(here):
    first, second, *_rest = turns(here)
    for act in (
        lambda: actions.swap(first, second, by=here.moral_head, at=AT + WEEK),
        lambda: actions.hand_on(first, of_unit(here.classes[4], AT.date()), by=here.moral_head, at=AT + WEEK),
        lambda: actions.skip(first, because="晚了", by=here.moral_head, at=AT + WEEK),
        lambda: asking.ask(first, other=second, by=here.teacher, at=AT + WEEK),
    ):
        with pytest.raises(refusals.TurnIsOver):
            act()


def test_the_occasion_s_paper_names_the_class_of_its_week_and_follows_a_swap(here):
    first, second, *_rest = turns(here)
    activity = an_occasion(here, AT + WEEK)
    assert answers_of(activity).values["speaker_class"] == str(here.classes[1].pk)
    assert Turn.fresh(second.pk).activity_id == activity.pk

    actions.swap(first, second, by=here.moral_head, at=AT)
    assert answers_of(activity).values["speaker_class"] == str(here.classes[0].pk)


def test_what_somebody_wrote_into_the_paper_stays(here):
    first, second, *_rest = turns(here)
    activity = an_occasion(here, AT + WEEK, speaker_class=str(here.classes[4].pk))

    actions.swap(first, second, by=here.moral_head, at=AT)

    assert answers_of(activity).values["speaker_class"] == str(here.classes[4].pk)


def test_it_goes_with_a_moved_occasion_and_is_asked_for_no_more_after_its_day(here):
    actions.confirm(here.rota, here.whole, by=here.moral_head, at=AT)
    activity, second = an_occasion(here, AT + WEEK), turns(here)[1]
    plan = Plan(here.whole, "升旗讲话", [PlannedPart("flag")], AT + 2 * WEEK + timedelta(days=1))
    rearrange(activity, plan, by=here.moral_head, at=AT)

    assert Duty.objects.get(source_kind="turn", source_id=second.pk).due_on == date(2026, 12, 8)
    call_off(activity, because="雨雪", by=here.moral_head, at=AT)
    assert Duty.objects.get(source_kind="turn", source_id=second.pk).due_on == date(
        2026, 12, 4
    )  # the last school day of that week
    assert len(waits()) == 4
    later = AT + 2 * WEEK
    waiting.refresh_everything(at=later)
    assert len([title for title, _whose in waits(later) if title.startswith("轮到")]) == 2


def test_an_occasion_planned_before_its_turn_is_joined_when_the_turn_comes(here):
    activity = an_occasion(here, AT + 4 * WEEK, speaker_class=None)
    assert answers_of(activity).values.get("speaker_class") is None

    propose(here.rota, here.whole, at=AT + WEEK)

    assert answers_of(activity).values["speaker_class"] == str(here.classes[4].pk)


def test_a_week_that_is_off_has_no_turn_and_loses_the_one_it_had(here):
    off = {f"2026-12-{day:02d}": "雪" for day in range(7, 12)}
    HolidayNotice.objects.create(year=2026, days={"off": off, "work": {}}, source="停课")
    waiting_before = waits()

    propose_everywhere(at=AT)

    assert [turn.starts_on for turn in turns(here)] == [
        date(2026, 11, 23),
        date(2026, 11, 30),
        date(2026, 12, 14),
        date(2026, 12, 21),
    ]
    assert AuditEntry.objects.filter(kind="rotas.dropped").count() == 1 and waits() == waiting_before


@pytest.fixture
def door(inside):
    """Four colleagues at the door, two shifts a day, three days ahead, and nobody confirms."""
    made = make_school(classes=2)
    made.door = make_rota("door", **AT_THE_DOOR)
    made.staff = [of_person(one) for one in (made.moral_head, made.teacher, made.head, made.colleague, made.teachers[1])]
    propose(made.door, made.whole, at=AT)
    return made


def people(here):
    return [turn.person for turn in turns(here, here.door)]


def test_shifts_are_filled_by_the_fewest_turns_and_wait_for_their_holders_at_once(door):
    assert len({(turn.starts_on, turn.shift) for turn in turns(door, door.door)}) == 6
    assert len(set(people(door))) == 5
    duties = Duty.objects.filter(source_kind="turn")
    assert {duty.subject_id for duty in duties} == {person.pk for person in people(door)}
    early = Turn.objects.filter(rota=door.door, shift="early").first()
    assert waits() and title_of(duties.get(source_id=early.pk)) == "轮到：护校值班 东门 早班 7:20，11月23日(周一)"


def test_whoever_is_away_is_passed_over_by_leave_on_record_or_by_her_own_word(door):
    Turn.objects.all().delete()
    Absence.objects.create(person=door.teacher, kind="sick", note="手术", from_day=AT.date(), to_day=None)
    listing.be_away(door.head, AT.date(), AT.date() + WEEK, by=door.head, at=AT)

    found = turns(door, door.door)
    assert not {door.teacher, door.head} & {turn.person for turn in found}
    assert door.teacher.name in found[0].why and "手术" not in found[0].why


def test_the_keeper_may_name_whoever_is_away_and_is_told(door):
    turn = turns(door, door.door)[-1]
    Absence.objects.create(person=door.colleague, kind="sick", from_day=AT.date())
    stretch, holder = Stretch(turn.period_key, turn.starts_on, turn.ends_on), of_person(door.colleague)
    other = next(one for one in turns(door, door.door) if one.person != door.colleague and one.starts_on == turn.starts_on)
    with pytest.raises(refusals.AwayThen, match=door.colleague.name):
        actions.give(door.door, door.whole, stretch, other.slot, holder, by=door.moral_head, at=AT)

    made = actions.give(door.door, door.whole, stretch, other.slot, holder, by=door.moral_head, at=AT, anyway=True)

    assert (made.person, made.why) == (door.colleague, "请假")


def test_what_is_open_of_whoever_leaves_is_given_anew_and_what_was_done_stays(door):
    gone = people(door)[-1]
    done = next(turn for turn in turns(door, door.door) if turn.person != gone)
    actions.keep(done, note="门锁坏了", by=done.person, at=AT)
    Engagement.objects.filter(person__in=(gone, done.person)).update(to_day=AT.date() - timedelta(days=1))

    propose_everywhere(at=AT)

    ahead = [turn for turn in turns(door, door.door) if turn.starts_on > AT.date() and turn.kept_at is None]
    assert gone not in {turn.person for turn in ahead}
    assert Turn.fresh(done.pk).person_id == done.person_id
    (entry, *_more) = AuditEntry.objects.filter(kind="rotas.given_anew")
    assert entry.facts["changes"][0][1] != entry.facts["changes"][0][2]


def test_a_stand_in_from_outside_stays_and_the_order_goes_on(door):
    guest = a_staff_member()
    listing.write_list(
        door.door,
        door.whole,
        door.staff[:4],
        "fewest",
        around=RotaCircle(door.door, door.whole, on=AT.date()),
        by=door.moral_head,
        at=AT,
    )
    turn = turns(door, door.door)[-1]
    actions.hand_on(turn, of_person(guest), by=door.moral_head, at=AT)

    propose_everywhere(at=AT)

    assert Turn.fresh(turn.pk).person_id == guest.pk
    assert guest.pk not in RotaCircle(door.door, door.whole, on=AT.date()).holders


def test_kept_by_a_word_it_waits_no_more_and_taken_back_it_does(door):
    turn = turns(door, door.door)[0]
    before = waits()
    actions.keep(turn, ticked=["护栏到位"], by=turn.person, at=AT)
    assert len(waits()) == len(before) - 1

    actions.take_back(turn, by=turn.person, at=AT)
    assert waits() == before


def test_a_list_that_is_written_is_followed_and_nobody_s_turn_that_stands_is_lost(door):
    order = list(reversed(door.staff[1:4]))
    around = RotaCircle(door.door, door.whole, on=AT.date())
    Turn.objects.all().delete()
    listing.write_list(door.door, door.whole, order, "fixed", around=around, by=door.moral_head, at=AT)

    assert people(door)[:3] == [one.person for one in order]
    assert Rota.objects.get(code="door").order == "fewest"  # that of the programme is its own
    assert school_unit() == door.whole


def test_proposing_costs_the_same_however_many_turns_there_are(door, django_assert_max_num_queries):
    for days in (0, 5):
        for n in range(days):
            propose(door.door, door.whole, at=AT + timedelta(days=n))
        with django_assert_max_num_queries(24):
            propose(door.door, door.whole, at=AT + timedelta(days=days))


def test_the_turns_of_who_leaves_pass_on_together(door):
    (mine,) = [turn for turn in turns(door, door.door) if turn.person == door.colleague][:1]
    viewer, count = a_viewer(door.moral_head, on=AT.date()), people(door).count(door.colleague)
    there = handing.held(viewer, door.colleague)
    assert (len(there), there[0].pk, there[0].may) == (count, mine.pk, True)

    handing.hand_on([one.pk for one in there], Passing(door.colleague, door.head, AT.date(), "调离", door.moral_head, AT))

    assert door.colleague not in people(door) and handing.held(viewer, door.colleague) == []
    assert Duty.objects.get(source_kind="turn", source_id=mine.pk, closed_at=None).subject_id == door.head.pk
