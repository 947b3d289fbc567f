"""A pledge is one person's: offered, taken, handed over, ended; and what waits follows."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.waiting import astray, changed
from navmark.foundation.people.models import Post
from navmark.foundation.pledges import actions, refusals
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.listing import PledgeList
from navmark.foundation.pledges.models import Ending, Pledge, PledgeState
from navmark.foundation.pledges.queries import of_same_thing
from navmark.foundation.pledges.tests.scene import AT, SINCE, TODAY, a_pledge, make_kind, make_school, taking


@pytest.fixture
def here(inside):
    return make_school()


def waits() -> list[tuple]:
    """(title, its button, for whom, until when) of what is open."""
    rows = Duty.objects.filter(source_kind="pledge", closed_at__isnull=True).order_by("title", "due_on")
    return [(title_of(row), row.step, row.circles or row.subject_id, row.due_on) for row in rows]


def test_whoever_takes_it_on_owes_a_word_this_term_and_none_once_it_is_written(here):
    pledge = a_pledge(here)
    assert waits() == [("帮包教研组：数学组", "enter", here.teaching.pk, date(2027, 1, 20))]

    log = actions.write(pledge, {"done": "听课两节"}, day=TODAY, by=here.teaching, at=AT)
    assert (waits(), astray(on=TODAY, but=(SCHOOL,))) == ([], 0)

    actions.rewrite(log, {"done": "听课三节"}, day=SINCE, revision=0, by=here.teaching, at=AT)
    told = [change for entry in history_of(pledge) for change in entry.facts.get("changes", [])]
    assert {("pledges.pledgelog.day", f"{TODAY}", f"{SINCE}")} <= {tuple(one[:3]) for one in told}
    for day, refused in ((TODAY + timedelta(days=1), refusals.NotYet), (SINCE - timedelta(days=1), refusals.BeforeItBegan)):
        with pytest.raises(refused):
            actions.write(pledge, {"done": "听课"}, day=day, by=here.teaching, at=AT)


def test_one_alone_holds_it_and_the_database_knows(here):
    a_pledge(here)

    with pytest.raises(refusals.HeldAlready, match=here.teaching.name):
        a_pledge(here, here.moral)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pledge.objects.create(
            kind=here.kind,
            unit=here.whole,
            about_unit=here.maths,
            holder=here.moral,
            sole=True,
            made_by=here.keeper.pk,
            made_at=AT,
        )
    with pytest.raises(refusals.NotAmongTakers):
        a_pledge(here, here.colleague, group=here.chinese)
    here.kind = make_kind("several", sole=False)
    assert [a_pledge(here, one).state for one in (here.teaching, here.moral)] == ["taken", "taken"]
    with pytest.raises(refusals.HeldAlready):
        a_pledge(here, here.moral)


def test_who_is_asked_answers_first_and_may_be_too_late(here):
    asked = [actions.offer(taking(here, one), by=here.keeper, at=AT) for one in (here.teaching, here.moral)]
    assert [(step, whom) for _title, step, whom, _due in waits()] == [("answer", one.holder_id) for one in asked] or waits()
    thing = Thing.of(asked[0], TODAY)

    taken = actions.accept(asked[0], thing, on=TODAY, by=here.teaching, at=AT)
    assert (taken.state, taken.from_day) == (PledgeState.TAKEN, TODAY)
    with pytest.raises(refusals.HeldAlready):
        actions.accept(asked[1], thing, on=TODAY, by=here.moral, at=AT)
    actions.decline(asked[1], on=TODAY, reason="已有人", by=here.moral, at=AT)
    with pytest.raises(refusals.NoLonger):
        actions.withdraw(asked[1], on=TODAY, by=here.keeper, at=AT)
    assert [whom for _title, _step, whom, _due in waits()] == [here.teaching.pk]


def test_handed_over_it_ends_on_the_eve_and_the_new_one_owes_the_word(here):
    old = a_pledge(here)

    new = actions.hand_over(old, here.moral, on=TODAY, reason="换届", by=here.keeper, at=AT)

    old = Pledge.fresh(old.pk)
    assert (old.state, old.ending, old.to_day) == (PledgeState.ENDED, Ending.HANDED_OVER, TODAY - timedelta(days=1))
    assert (new.follows, new.from_day, of_same_thing(new)) == (old, TODAY, [old])
    assert [whom for _title, _step, whom, _due in waits()] == [here.moral.pk]
    changes = {tuple(one[:3]) for one in history_of(old).get(kind="pledges.handed_over").facts["changes"]}
    assert ("pledges.pledge.state", "taken", "ended") in changes
    with pytest.raises(refusals.TakenOnBySame):
        actions.hand_over(new, here.moral, on=TODAY, by=here.keeper, at=AT)
    with pytest.raises(refusals.WhyEnded):
        actions.end(new, ending=Ending.GIVEN_UP, on=TODAY, reason=" ", by=here.moral, at=AT)
    actions.end(new, ending=Ending.DONE, on=TODAY, reason="", by=here.moral, at=AT)
    assert (waits(), astray(on=TODAY, but=(SCHOOL,))) == ([], 0)


def test_who_left_the_office_owes_nothing_and_the_keepers_are_asked_for_another(here):
    a_pledge(here)
    Post.objects.filter(person=here.teaching).update(to_day=TODAY - timedelta(days=1))
    changed(SCHOOL, at=AT)

    assert waits() == [("交接：帮包教研组：数学组", "go_on", "office_head", None)]


def test_coverage_tells_whom_nobody_has_and_never_who_has_taken_nothing(here):
    a_pledge(here)

    found = PledgeList(here.kind, on=TODAY)
    assert [(line.thing.name, line.has_nobody) for line in found.lines] == [("语文组", True), ("数学组", False)]
    assert (found.without, found.lines[1].held[0].due_on) == (1, date(2027, 1, 20))
    assert list(found.rows()) == [("数学组", here.teaching.name, SINCE, "办公会"), ("语文组", "", None, "")]
    assert here.moral.name not in str(list(found.rows()))
