"""The texts to copy: 灯塔 field by field, the handbook without what only paper needs."""

from dataclasses import replace

import pytest

from navmark.foundation.activities.printed.facts import Headcount
from navmark.foundation.proceedings.printed.facts import Item, PrintedDecision
from navmark.pillars.demonstration.branch_life.sheets import shape
from navmark.pillars.demonstration.branch_life.sheets.shape import Head, PrintedRecord
from navmark.pillars.demonstration.branch_life.sheets.tests import samples
from navmark.pillars.demonstration.branch_life.sheets.texts import lighthouse_text, transcript

FIELDS = ["活动主题", "党组织", "类型", "期次", "主持人", "记录人", "开始时间", "结束时间", "活动地点", "参会人员", "正文"]


@pytest.mark.parametrize("record", samples.ALL, ids=lambda record: record.kind)
def test_the_fields_of_the_diary_stand_in_its_order(record):
    lines = lighthouse_text(record).splitlines()

    assert [line.split("：")[0] for line in lines[: len(FIELDS)]] == FIELDS


def test_the_diary_names_the_type_it_knows_or_says_that_it_has_none():
    assert "类型：支部委员会\n" in lighthouse_text(samples.COMMITTEE)
    assert "类型：党小组会（电子日志无此类型）\n" in lighthouse_text(samples.GROUP)


def test_the_diary_lists_who_was_there_and_not_who_was_absent():
    there = next(line for line in lighthouse_text(samples.ASSEMBLY).splitlines() if line.startswith("参会人员"))

    assert "𠮷田明、阿依古丽·买买提" in there
    assert "赵启明" not in there
    assert there.count("、") == 22


def test_the_body_holds_counts_discussion_vote_and_decision_but_not_the_head_again():
    body = lighthouse_text(samples.ASSEMBLY).split("正文：\n")[1]

    assert body.startswith("应到24人，实到23人。缺席：赵启明（请假：外出培训）。列席：镇党建办 郑启明。")
    for words in (
        "𠮷田明（不同意见）：与群众联系还不够",
        "赞成：19；反对：0；弃权：1",
        "决议一：支部党员大会讨论并表决",
        "责任人：李启明",
    ):
        assert words in body
    assert "行政楼" not in body
    assert "签字" not in body


def test_the_transcript_opens_with_the_title_and_leaves_out_what_is_empty():
    lines = transcript(samples.COMMITTEE).splitlines()

    assert lines[:3] == ["支委会记录 2026年度第11次", "中共启明实验小学支部委员会", "时间：2026年11月20日（星期五）16:30—17:40"]
    assert all(line.strip() for line in lines)
    assert "签字" not in transcript(samples.COMMITTEE)


def test_texts_of_an_empty_record_break_nothing():
    record = PrintedRecord(samples.COMMITTEE.kind, Head(organisation="中共启明实验小学支部委员会"))

    assert "正文：" in lighthouse_text(record)
    assert transcript(replace(record, finished=True)).startswith("支委会记录")


def test_what_is_empty_leaves_no_gap_in_the_numbers_and_no_box_for_the_pen():
    item = Item("研究师德建设月", points="听取了汇报。", decisions=(PrintedDecision("同意。"),))
    record = replace(samples.COMMITTEE, items=(item, Item("其他事项")), finished=False, head=unmarked(samples.SMALL_HEAD))

    for text in (transcript(record), lighthouse_text(record)):
        headings = [line[: line.index(mark) + 1] for line in text.splitlines() for mark in "、）" if line.find(mark) in (1, 2)]
        assert headings == ["一、", "（一）", "（二）"]
        assert "□" not in text and "\u3000" not in text and "实到" not in text
        assert "提交大会：否" in text


def unmarked(head: shape.Head) -> shape.Head:
    return replace(head, present=Headcount(), absent=())
