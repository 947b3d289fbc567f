"""Vectors 25 and 26 of the rules in a record: an empty themed day, a life meeting without talks or without what to mend."""

from datetime import timedelta

import pytest

from navmark.foundation.activities.part_papers import write
from navmark.foundation.people.queries import members_on
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of


def said(activity, rule_id):
    return [one for one in findings(record_of(activity)) if one.rule_id == rule_id]


@pytest.fixture
def life_meeting(branch, clerk):
    return held(kinds.LIFE_MEETING, branch, clerk)


def mend(activity, clerk):
    task = Task("逐项整改", clerk, START.date() + timedelta(days=30))
    deciding.decide(item_of(activity, clerk, "查摆问题"), text="列出整改清单", tasks=[task], by=clerk, at=DURING)


def test_an_empty_themed_day_is_told_and_may_still_be_submitted(branch, clerk):
    activity = held(kinds.THEME_DAY, branch, clerk)
    write(activity.parts.get(), {"fixed": ({"name": "重温入党誓词"},)}, by=clerk, at=DURING)

    (told,) = said(activity, "A18")

    assert not told.blocks


@pytest.mark.parametrize("where", ["segment", "account", "item"])
def test_a_themed_day_with_any_content_is_not_told(branch, clerk, where):
    activity = held(kinds.THEME_DAY, branch, clerk)
    part = activity.parts.get()
    if where == "segment":
        write(part, {"fixed": ({"name": "集中学习", "topic": "学习党章"},)}, by=clerk, at=DURING)
    elif where == "account":
        write(part, {"account": "到社区清理楼道"}, by=clerk, at=DURING)
    else:
        item_of(activity, clerk, "讨论帮扶")

    assert said(activity, "A18") == []


def test_a_life_meeting_asks_first_for_talks_then_for_what_to_mend(life_meeting, branch, clerk):
    assert "谈心谈话" in said(life_meeting, "A19")[0].words

    two = list(members_on(branch, START.date())[:2])
    talk = held(kinds.TALK, branch, clerk, starts_at=START - timedelta(days=7), chosen=two)
    assert talk.roll.count() == 2
    assert "整改" in said(life_meeting, "A19")[0].words

    mend(life_meeting, clerk)
    assert said(life_meeting, "A19") == []


def test_talks_of_an_earlier_year_do_not_count_and_those_on_paper_do(life_meeting, branch, clerk):
    two = list(members_on(branch, START.date())[:2])
    held(kinds.TALK, branch, clerk, starts_at=START - timedelta(days=100), chosen=two)
    mend(life_meeting, clerk)
    assert len(said(life_meeting, "A19")) == 1

    values = {"talks": "会前谈心谈话48人次"}
    write(life_meeting.parts.get(), values, by=clerk, at=DURING)
    assert said(life_meeting, "A19") == []


def test_what_was_dropped_of_the_set_segments_is_named(branch, clerk):
    activity = held(kinds.THEME_DAY, branch, clerk)
    write(activity.parts.get(), {"fixed": ({"name": "学习党章"}, {"name": "集中学习"})}, by=clerk, at=DURING)

    (told,) = [one for one in findings(record_of(activity)) if one.code.startswith("dropped")]

    assert "重温入党誓词" in told.words and "学习党章" not in told.words and not told.blocks
