"""A record of another mechanism, a class's own meeting, is printed by the room alone: no line of it knows what a branch is."""

import io
import json
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from pypdf import PdfReader

from navmark.foundation.printing import chapters, closing, roll_sheet, wording
from navmark.foundation.printing.as_text import transcript
from navmark.foundation.printing.fonts import OURS_ALONE, Faces
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.sheet import Block, Grid, Labelled, RuledColumn, Sheet, Title
from navmark.foundation.printing.storing import from_facts, to_facts


@dataclass(frozen=True)
class ClassMeeting:
    unit: str
    start: datetime | None = None
    topic: str = ""
    place: str = ""
    account: str = ""
    agreed: str = ""
    tidied_on: date | None = None
    made_up: closing.MadeUp | None = None
    amendments: tuple[closing.PrintedAmendment, ...] = ()
    finished: bool = False
    faces: Faces | None = None


MEETING = ClassMeeting(
    "三年级2班",
    datetime(2026, 11, 20, 14, 0),
    topic="我们的班级公约",
    account="同学们分组讨论，逐条举手。",
    tidied_on=date(2026, 11, 20),
    amendments=(closing.PrintedAmendment(date(2026, 11, 23), "李老师", "公约共六条。"),),
    finished=True,
    faces=OURS_ALONE,
)


def blocks(record: ClassMeeting) -> list[Block]:
    form = Grid(
        ((Labelled("主题", record.topic),), (Labelled("时间", wording.span(record.start, None)), Labelled("地点", record.place)))
    )
    body = [
        ("纪实", chapters.writing(record.account, finished=record.finished)),
        ("约定", chapters.writing(record.agreed, finished=record.finished)),
    ]
    notes = closing.notes(closing.written(record.tidied_on, record.made_up))
    laid_out = [Title("主题班会记录", record.unit), form, *chapters.numbered(body), *closing.places_to_sign("班主任"), *notes]
    laid_out += closing.amendments(record.amendments)
    return chapters.none_where_empty(laid_out) if record.finished else laid_out


def words(record: ClassMeeting) -> str:
    body = printed_as(Sheet("主题班会记录", tuple(blocks(record))), "pdf", faces=record.faces)
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages).split())


def test_it_is_numbered_signed_dated_and_says_none_where_nothing_was():
    text = words(MEETING)

    assert "地点无" in text and "一、纪实同学们" in text and "二、约定：无" in text
    assert (
        "班主任（签字）" in text and "整理日期：2026年11月20日。" in text and "更正1.2026年11月23日，李老师：公约共六条。" in text
    )


def test_unfinished_it_is_a_form_for_the_pen():
    text = words(replace(MEETING, finished=False))

    assert "无" not in text and "二、约定" in text


def test_what_was_made_up_says_by_whom_and_on_which_true_day():
    late = replace(MEETING, made_up=closing.MadeUp("李老师", date(2026, 12, 10)))

    assert "补录：本记录由李老师于2026年12月10日补录。" in words(late)
    assert "整理日期" not in words(late)


@pytest.mark.parametrize("record", [MEETING, ClassMeeting("三年级2班")])
def test_it_comes_back_from_its_snapshot_as_it_went_in(record):
    assert from_facts(ClassMeeting, json.loads(json.dumps(to_facts(record)))) == record


def test_a_snapshot_of_a_later_version_is_still_read():
    assert from_facts(ClassMeeting, {**to_facts(MEETING), "weather": "晴"}) == MEETING


def test_its_text_to_copy_leaves_out_what_is_empty_and_for_the_pen():
    lines = transcript("主题班会记录", "第3次", MEETING.unit, blocks(MEETING)).splitlines()

    assert lines[:2] == ["主题班会记录 第3次", "三年级2班"]
    assert "一、纪实" in lines and not any("签字" in line or "约定" in line for line in lines)


@pytest.mark.parametrize(("people", "across"), [(12, 1), (13, 2), (38, 2)])
def test_a_class_signs_on_its_own_columns_or_two_across_and_nobody_is_left_out(people, across):
    signing = tuple(roll_sheet.SignIn(number, f"学生{number}号", ("",)) for number in range(1, people + 1))
    sheet = roll_sheet.RollSheet("签到表", "三年级2班", "", None, "教室", (RuledColumn("小组", 68),), signing)
    _title, _where, table, guests = roll_sheet.roll_blocks(sheet, guests=True)

    names = [cell for row in table.rows for cell in row if cell.startswith("学生")]
    assert sorted(names) == sorted(one.name for one in signing)
    assert len([column for column in table.columns if column.heading == "签名"]) == across
    assert guests.least * 2 == 6


def test_who_sits_in_and_is_known_stands_on_the_sheet_before_the_empty_rows():
    sheet = roll_sheet.RollSheet("签到表", "三年级2班", "", None, "教室", (RuledColumn("小组", 68),), ())
    guests = roll_sheet.roll_blocks(sheet, guests=True, observers=["甲", "乙", "丙"])[-1]

    assert guests.rows == (("甲", "", "乙", ""), ("丙", "", "", ""))
    assert guests.least == 3
