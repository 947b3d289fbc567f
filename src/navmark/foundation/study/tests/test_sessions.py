"""From the roll to the year: whoever was there has the hours, nobody types them, and nothing counts twice."""

from datetime import timedelta
from decimal import Decimal

import pytest

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Presence
from navmark.foundation.links.actions import link
from navmark.foundation.people.models import PostKind, Unit
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.registers.actions import EntryHead, add, remove
from navmark.foundation.registers.beside import pages_beside
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.known import register
from navmark.foundation.study import actions, refusals
from navmark.foundation.study.actions import Studied
from navmark.foundation.study.sessions import sessions_of, together
from navmark.foundation.study.tests.scene import AT, SINCE, TODAY, a_branch_that_studies, a_session, submitted
from navmark.foundation.study.year import StudyYear


@pytest.fixture(scope="module")
def at_work(lasting):
    return lasting(a_branch_that_studies)


@pytest.fixture
def here(at_work, inside):
    return Unit.fresh(at_work)


@pytest.fixture
def clerk(here):
    return holder(PostKind.CLERK)


def lines(here):
    return {one.person: one for one in StudyYear(2026, on=TODAY, in_use_since=SINCE).lines(members_on(here, TODAY))}


def test_whoever_was_there_has_the_hours_while_the_record_is_complete(here, clerk):
    away = members_on(here, AT.date()).last()
    activity = a_session(away=[away], clerk=clerk, submit=False)
    activity.parts.update(topic="讲师德")
    assert not sessions_of(2026)

    submitted(activity, by=clerk)
    found = lines(here)
    assert [one.what for one in sessions_of(2026).values()] == [f"{activity.title}：讲师德"]
    assert {one.law.hours for person, one in found.items() if person != away} == {Decimal(2)}  # ninety minutes; nobody typed it
    assert (found[away].law.hours, [why for _one, why, _made_up in found[away].missed]) == (0, ["外出"])

    signing.reopen(record_of(activity), by=clerk, at=AT + timedelta(hours=3))
    assert {one.law.hours for one in lines(here).values()} == {0}


def test_what_was_missed_is_made_up_once_and_never_by_an_app(here, clerk):
    away = members_on(here, AT.date()).last()
    activity = a_session(away=[away], clerk=clerk)
    session = sessions_of(2026)[activity.pk]

    def make_up(what="补学党课", hours=2, on=TODAY, who=(away,)):
        return actions.make_up(session, list(who), Studied(what, on, Decimal(hours)), by=clerk, at=AT)

    for refusal, wrong in (
        (refusals.NotOrganised, {"what": "学习强国积分30分"}), (refusals.MoreThanTheSession, {"hours": 3}),
        (refusals.NothingMissed, {"who": ()}), (refusals.AheadOfToday, {"on": AT.date() + timedelta(days=1)}),
    ):  # fmt: skip
        with pytest.raises(refusal):
            make_up(**wrong)
    assert make_up() == make_up() == 1
    line = lines(here)[away]
    assert (line.made_up, line.law.hours, line.missed[0][2]) == (2, 2, True)

    activity.roll.filter(person=away).update(presence=Presence.PRESENT)  # she was there after all: no hour counts twice
    assert lines(here)[away].law.hours == 2


def test_an_occasion_that_asks_no_hours_takes_them_from_its_line_of_the_plan(here, clerk):
    activity = a_session("branch_assembly", clerk=clerk)
    assert sessions_of(2026)[activity.pk].hours is None

    entry = add(
        register("study_plan"),
        EntryHead(here, "学习", AT.date(), clerk),
        {"who": "党员", "hours": Decimal("1.5")},
        by=clerk,
        at=AT,
    )
    link(ENTRY, entry, [((ACTIVITY, activity.pk), activity.title)], by=clerk, at=AT)

    assert {one.law.hours for one in lines(here).values()} == {Decimal("1.5")}
    shown = signed_in(clerk).get(pages_beside(entry)[0][1]).content.decode()
    assert "1.5学时" in shown and f"到会{len(lines(here))}人" in shown
    remove(entry, why="登记重复", by=clerk, at=AT)
    assert sessions_of(2026)[activity.pk].hours is None


@pytest.mark.parametrize(
    ("said", "lasted", "hours"),
    [([], 2, None), ([3], 2, 3), ([1, 1], 2, 2), ([2, 2], 2, 2), ([1, 3], 2, 3), ([1, 1], None, 2)],
)
def test_several_parts_of_one_occasion_never_count_more_than_it_lasted(said, lasted, hours):
    given = [Decimal(one) for one in said]

    assert together(given, None if lasted is None else Decimal(lasted)) == hours
