"""先讨论后表决 (A10), 重要事项先经支委会 (A14): both are said before the record is submitted, and neither stops it."""

from datetime import timedelta

import pytest

from navmark.foundation.people.models import Post
from navmark.foundation.people.queries import voters_on
from navmark.foundation.proceedings.actions import deciding, writing
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.records.actions import signing
from navmark.foundation.records.models import RecordState
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of

BEFORE = START - timedelta(days=3)


def said(activity, rule_id):
    return [one for one in findings(record_of(activity)) if one.rule_id == rule_id]


def put_to_the_vote(item, clerk):
    return deciding.enter_vote(item, Tally(24, 24, 20, 2, 2), subject=item.title, by=clerk, at=DURING)


@pytest.fixture
def item(branch, clerk):
    return item_of(held(kinds.ASSEMBLY, branch, clerk), clerk, "年度工作计划")


def test_a_vote_without_discussion_is_said_and_stops_nothing(item, clerk):
    put_to_the_vote(item, clerk)
    (finding,) = said(item.part.activity, "A10")

    assert "年度工作计划" in finding.words and not finding.blocks
    assert signing.submit(record_of(item.part.activity), by=clerk, at=DURING).state == RecordState.SUBMITTED


def test_the_committees_decision_carried_over_is_no_discussion_of_the_assembly(branch, clerk, secretary):
    before = item_of(held(kinds.COMMITTEE, branch, clerk, starts_at=BEFORE), clerk, "年度工作计划")
    deciding.decide(before, text="同意将年度工作计划提交党员大会讨论。", to_assembly=True, by=clerk, at=DURING)
    assembly = held(kinds.ASSEMBLY, branch, clerk)
    item = AgendaItem.objects.get(part__activity=assembly)
    put_to_the_vote(item, clerk)
    assert (item.title, item.points) == ("年度工作计划", "同意将年度工作计划提交党员大会讨论。")
    assert len(said(assembly, "A10")) == 1

    writing.write_item(item, revision=1, points="逐条讨论，修改两处。", by=clerk, at=DURING)
    assert not said(assembly, "A10")


def test_one_speech_or_the_main_points_are_a_discussion(item, branch, clerk):
    put_to_the_vote(item, clerk)
    other = item_of(item.part.activity, clerk, "另一事项", points="逐条讨论，修改两处。")
    put_to_the_vote(other, clerk)
    assert len(said(item.part.activity, "A10")) == 1

    writing.write_speech(item, voters_on(branch, START.date()).first(), text="同意，补充一点。", by=clerk, at=DURING)
    assert not said(item.part.activity, "A10")


def test_an_item_without_a_vote_needs_no_discussion(item):
    assert not said(item.part.activity, "A10")


def test_what_the_assembly_decides_without_the_committee_is_said_and_stops_nothing(item, clerk):
    put_to_the_vote(item, clerk)
    (finding,) = said(item.part.activity, "A14")

    assert "年度工作计划" in finding.words and not finding.blocks


def test_what_the_committee_submitted_went_through_it(branch, clerk):
    committee = held(kinds.COMMITTEE, branch, clerk, starts_at=BEFORE)
    deciding.decide(item_of(committee, clerk), text="提请审议年度计划", to_assembly=True, by=clerk, at=DURING)
    assembly = held(kinds.ASSEMBLY, branch, clerk)
    put_to_the_vote(AgendaItem.objects.get(part__activity=assembly), clerk)

    assert not said(assembly, "A14")


@pytest.mark.parametrize(("kind", "starts_at", "told"), [
    (kinds.COMMITTEE, BEFORE, False), (kinds.COMMITTEE, START + timedelta(days=1), True), (kinds.THEME_DAY, BEFORE, True),
])  # fmt: skip
def test_an_earlier_committee_with_this_item_is_enough(item, branch, clerk, kind, starts_at, told):
    item_of(held(kind, branch, clerk, starts_at=starts_at), clerk, "年度工作计划")
    put_to_the_vote(item, clerk)

    assert bool(said(item.part.activity, "A14")) is told


def test_what_was_only_told_asks_for_no_committee(item):
    assert not said(item.part.activity, "A14")


def test_a_branch_without_a_committee_is_not_asked_for_one(item, clerk):
    put_to_the_vote(item, clerk)
    Post.objects.filter(unit=item.part.activity.unit).delete()

    assert not said(item.part.activity, "A14")
