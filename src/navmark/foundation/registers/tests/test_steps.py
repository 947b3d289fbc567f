"""An entry moves on by its steps alone: who may, what is asked, until when, and the way back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of, with_states
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.waiting import astray
from navmark.foundation.notices.models import Notice
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.registers import actions, refusals
from navmark.foundation.registers.models import Entry, Move
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import (
    ANSWERS,
    AT,
    COURSE,
    PAPER,
    STATES,
    an_entry,
    make_register,
    make_school,
    step,
    took,
)


@pytest.fixture
def here(inside):
    return make_school()


def waits() -> list[tuple]:
    """(title, until when, for whom, but not for whom) of what is open."""
    rows = Duty.objects.filter(source_kind="entry").order_by("title")
    return [
        (title_of(row), row.due_on, row.subject_id if row.subject_kind == "person" else row.circles, row.but_not) for row in rows
    ]


def test_an_entry_begins_in_the_first_state_and_waits_for_its_owner_within_five_workdays(here):
    entry = an_entry(here)

    assert (entry.state, entry.number, entry.closed_at) == ("new", 1, None)
    assert waits() == [("认领整改：走廊灯不亮", date(2026, 11, 30), here.owner.pk, None)]
    (owed,) = with_states(Duty.objects.filter(source_kind="entry"), AT.date())
    with override("en"):
        english = owed.note
    assert (owed.note, english) == ("整改台账", "Mending")  # of which register it is


def test_each_step_leads_on_and_waits_for_the_next(here):
    entry = took(an_entry(here), "accept", ANSWERS, by=here.owner)
    assert waits() == [("报告结果：走廊灯不亮", date(2026, 11, 30), here.owner.pk, None)]

    entry = took(entry, "report", by=here.owner)
    assert waits() == [("待复核：走廊灯不亮", None, "office_head", here.owner.pk)]

    entry = took(entry, "close", by=here.head, note="看过了")
    assert (entry.state, entry.closed_at, waits(), astray(on=AT.date(), but=(SCHOOL,))) == ("closed", AT, [], 0)
    assert [(move.was, move.became, move.words) for move in Move.objects.all()] == [
        ("new", "mending", "认领整改"), ("mending", "to_check", "报告结果"), ("to_check", "closed", "销号"),
    ]  # fmt: skip
    assert history_of(entry).filter(kind="registers.moved").count() == 3


def test_what_a_step_asks_is_asked_and_nothing_is_half_done(here):
    entry = an_entry(here)

    with pytest.raises(refusals.StepUnfinished, match="整改措施、完成时限"):
        took(entry, "accept", by=here.owner)
    with pytest.raises(refusals.StepUnfinished, match="完成时限"):
        took(entry, "accept", {"measure": "换灯"}, by=here.owner)
    assert (Entry.fresh(entry.pk).state, Move.objects.count()) == ("new", 0)


def test_somebody_else_has_moved_it_on(here):
    entry = an_entry(here)
    took(entry, "accept", ANSWERS, by=here.owner)

    with pytest.raises(refusals.GoneOn, match="整改中"):
        took(entry, "accept", ANSWERS, by=here.owner)


def test_another_person_checks_with_a_word(here):
    entry = took(took(an_entry(here), "accept", ANSWERS, by=here.owner), "report", by=here.head)

    with pytest.raises(refusals.TheSamePerson):
        took(entry, "close", by=here.head, note="好")
    with pytest.raises(refusals.SayWhy):
        took(entry, "close", by=here.second, note="  ")
    assert took(entry, "close", by=here.second, note="好").state == "closed"


def test_a_step_asks_for_a_file(here):
    with pytest.raises(refusals.NoFile):
        actions.take(
            an_entry(here), EntryStep("accept", ("new",), "mending", "认领", ("owner",), file=True), by=here.owner, at=AT
        )


def test_who_is_sent_back_is_told_and_waits_again(here):
    entry = took(took(an_entry(here), "accept", ANSWERS, by=here.owner), "report", by=here.owner)
    took(entry, "back", by=here.head, note="西侧还有一盏")

    assert [notice.person_id for notice in Notice.objects.all()] == [here.owner.pk]
    assert waits() == [("报告结果：走廊灯不亮", date(2026, 11, 30), here.owner.pk, None)]


def test_the_last_step_is_taken_back_by_who_took_it_on_its_day(here):
    entry = took(an_entry(here), "accept", ANSWERS, by=here.owner)

    for by, at in ((here.head, AT), (here.owner, AT + timedelta(days=1))):
        with pytest.raises(refusals.NothingToUndo):
            actions.undo(entry, by=by, at=at)
    assert actions.undo(entry, by=here.owner, at=AT).state == "new"
    assert waits()[0][0] == "认领整改：走廊灯不亮"
    with pytest.raises(refusals.NothingToUndo):
        actions.undo(entry, by=here.owner, at=AT)


def test_a_number_is_the_next_of_its_year_and_no_other_s(here):
    first, second = an_entry(here), an_entry(here, "水龙头")

    assert (first.number, second.number) == (1, 2)
    with pytest.raises(refusals.EntryNumberTaken):
        actions.correct(second, actions.EntryHead(here.whole, "水龙头", AT.date(), here.owner, 1), by=here.head, at=AT)
    for year in (1900, 2099):  # a list offers neither: it would be found by nobody
        with pytest.raises(refusals.DayFarOff):
            actions.correct(second, actions.EntryHead(here.whole, "水龙头", AT.date().replace(year=year)), by=here.head, at=AT)
    assert Entry.fresh(second.pk).number == 2


def test_an_entry_goes_on_by_its_own_edition_until_somebody_moves_it(here):
    entry = an_entry(here)
    quick = Course(
        (*STATES[:1], EntryState("closed", "已办", is_closed=True)), (EntryStep("close", ("new",), "closed", "办结", ("owner",)),)
    )
    actions.make_edition(here.register, quick, by=None, at=AT)

    assert took(entry, "accept", ANSWERS, by=here.owner).state == "mending"
    with pytest.raises(refusals.GoneOn):
        actions.renew(entry, by=here.head, at=AT)
    other = actions.renew(an_entry(here, "水龙头"), by=here.head, at=AT)
    assert (other.edition.number, [title for title, *_rest in waits()]) == (2, ["办结：水龙头", "报告结果：走廊灯不亮"])


def test_the_same_steps_again_make_no_edition(here):
    assert actions.make_edition(here.register, COURSE, by=None, at=AT).number == 1


@pytest.mark.parametrize(
    ("said", "answer", "opens"),
    [
        ({}, None, AT.date()),
        ({"ahead": 30}, date(2027, 3, 31), date(2027, 3, 1)),
        ({"ahead": 30}, date(2026, 12, 1), AT.date()),
        ({"ahead": 30}, None, None),
        ({"ahead": 30, "within": 60}, None, date(2026, 12, 23)),
        ({"waits": False}, date(2027, 3, 31), None),
    ],
)
def test_a_step_waits_from_the_day_that_is_named_and_one_that_may_be_taken_at_any_time_never(said, answer, opens):
    renew = EntryStep("renew", ("kept",), "kept", "续期", ("owner",), by_field="until", **said)

    assert renew.opens_on(AT.date(), answer) == opens
    assert Course((EntryState("kept", "在册"),), (renew,)).rests_in("kept") is bool(said)


def test_a_day_that_is_corrected_on_the_paper_is_when_it_waits(here):
    entry = took(an_entry(here), "accept", ANSWERS, by=here.owner)
    told = {"revision": str(answers_of(entry).revision), "measure": "换灯", "due": "2026-12-25", "problem": "东侧两盏"}

    assert (
        signed_in(here.head).post(reverse("registers:write", args=[entry.pk]), told, headers={"X-Autosave": "1"}).status_code
        == 204
    )
    assert waits() == [("报告结果：走廊灯不亮", date(2026, 12, 25), here.owner.pk, None)]


def test_a_state_that_is_no_more_still_reads(here):
    entry = an_entry(here)
    entry.state = "gone"

    assert entry.standing.words == "gone"


def test_a_course_knows_its_dead_ends_and_what_no_step_reaches():
    course = Course((*STATES, EntryState("lost", "遗失")), (step("accept"),))

    assert [state.key for state in course.dead_ends()] == ["mending", "to_check", "lost"]
    assert course.reached() == {"new", "mending"}


def test_what_gives_up_is_nobodys_next_step():
    drop = EntryStep("drop", ("new",), "closed", "未成行", ("owner",), note="required", waits=False)
    send = EntryStep("send", ("new",), "mending", "送审", ("owner",), waits=False)

    assert [one.leads_on for one in (drop, send, COURSE.step("accept"), COURSE.step("back"))] == [False, True, True, True]


def test_a_paper_takes_from_the_entry_before_what_it_says_is_as_last_time(here):
    phone = {"type": "line", "label": "联系电话", "default": "last"}
    here.register = make_register("tours", paper={**PAPER, "phone": phone})
    an_entry(here, problem="一", phone="5550123")

    again = an_entry(here, "第二次")
    assert answers_of(again).values["phone"] == "5550123"
