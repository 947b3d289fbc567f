"""Every sheet holds every fact, in PDF and DOCX, the same bytes each time, on a sensible number of pages."""

import io
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime

import pytest
from docx import Document
from pypdf import PdfReader

from navmark.foundation.printing import wording
from navmark.foundation.printing.closing import MadeUp, PrintedAmendment
from navmark.foundation.printing.sheet import WIDTH, Grid, RuledTable
from navmark.foundation.printing.storing import from_facts, to_facts
from navmark.foundation.proceedings.printed.facts import Item, PrintedSpeech
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.facts.before import paper_before
from navmark.pillars.demonstration.branch_life.sheets import shape
from navmark.pillars.demonstration.branch_life.sheets.rendering import LAID_OUT, blocks, record_filename, render
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord
from navmark.pillars.demonstration.branch_life.sheets.tests import samples
from navmark.pillars.demonstration.branch_life.sheets.yearly import ProbationaryGraded

BY_KIND = pytest.mark.parametrize("record", samples.ALL, ids=lambda record: record.kind)
FORMS = pytest.mark.parametrize("form", ["pdf", "docx"])
NOT_WORDS = {
    "of_candidate",
    "kind",
    "is_there",
    "probationary",
    "to_assembly",
    "reported_up",
    "dissent",
    "finished",
    *("key", "form", "width", "ruled", "owed", "columns"),  # of a question
}


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def words(content: bytes, form: str) -> str:
    if form == "pdf":
        return squeezed("".join(re.sub(r"— \d+ —", "", page) for page in pages(content)))
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed("".join([paragraph.text for paragraph in document.paragraphs] + cells))


def squeezed(text: str) -> str:
    return "".join(text.split())


def facts(value: object) -> set[str]:
    """Every text, number and day that a record holds, as it should stand on paper."""
    if is_dataclass(value):
        return {fact for field in fields(value) if field.name not in NOT_WORDS for fact in facts(getattr(value, field.name))}
    if isinstance(value, tuple):
        return {fact for each in value for fact in facts(each)}
    if isinstance(value, datetime):
        return {f"{value:%H:%M}"}
    if isinstance(value, date):
        return {wording.day(value)}
    return set(str(value).splitlines()) if value not in (None, "") else set()


def unprinted(record: PrintedRecord, form: str) -> list[str]:
    there = words(render(record, form), form)
    return sorted(fact for fact in facts(record) if squeezed(fact) not in there)


def test_there_is_a_sheet_for_every_kind_of_the_mechanism():
    assert {kind.code for kind in kinds.KINDS} == set(LAID_OUT) == {record.kind for record in samples.ALL}


@FORMS
@BY_KIND
def test_every_fact_is_printed(record, form):
    talk = replace(record.head, host="", recorder="", late=(), absent=(), observers=()) if record.talk else record.head

    assert unprinted(replace(record, head=talk), form) == []


@FORMS
@BY_KIND
def test_the_same_record_gives_the_same_bytes_even_from_its_snapshot(record, form):
    again = from_facts(PrintedRecord, to_facts(record))

    assert again == record
    assert render(again, form) == render(record, form)


@FORMS
@pytest.mark.parametrize("record", samples.EMPTY, ids=lambda record: record.kind)
def test_an_empty_record_is_a_form_with_places_to_fill(record, form):
    text = words(render(record, form), form)

    assert "启明实验小学" in text
    assert "签字" in text
    assert "无。" not in text
    assert "年月日" in text


def test_a_finished_record_says_none_where_there_was_none():
    text = words(render(samples.COMMITTEE, "pdf"), "pdf")

    assert "缺席及原因无列席无" in text
    assert "表决事项" not in text


@pytest.mark.parametrize("record", samples.ALL, ids=lambda record: record.kind)
def test_a_finished_record_leaves_no_field_of_a_form_empty(record):
    bare = replace(record, head=replace(record.head, place="", host="", late=(), absent=(), observers=()))

    grids = [block for block in blocks(bare) if isinstance(block, Grid)]

    assert [field.label for grid in grids for row in grid.rows for field in row if not field.value] == []


def test_what_never_was_is_said_in_its_own_place():
    day = replace(samples.THEME_DAY, paper=paper_before({"theme_day": samples.DAY_FACTS | {"optional": []}}), roll=())
    lecture = replace(samples.LECTURE, paper=paper_before({"lecture": samples.LECTURE_FACTS | {"script": ""}}), roll=())
    assembly = replace(samples.ASSEMBLY, items=(Item("通报情况"),), roll=())

    assert "自选环节：无" in words(render(day, "pdf"), "pdf")
    assert "附讲稿：无" in words(render(lecture, "pdf"), "pdf")
    assert "四、表决：无五、决议：无六、落实：无" in words(render(assembly, "pdf"), "pdf")


@pytest.mark.parametrize("people", [3, 5, 7])
def test_a_committee_with_one_item_signs_on_one_page_each_in_a_place_of_their_own(people):
    printed = pages(render(replace(samples.COMMITTEE, roll=samples.roll(people)[:people], attachments=()), "pdf"))
    there = [one.name for one in samples.roll(people) if one.is_there]

    assert len(printed) == 2  # the record and its sign-in sheet
    signed = squeezed(printed[0]).partition("委员签字")[2]
    assert [name for name in there if name not in signed] == []
    assert "记录人（签字）" in signed and "整理日期" in signed


def test_a_committee_on_paper_leaves_places_for_five():
    table = next(
        block for block in blocks(samples.EMPTY[1]) if isinstance(block, RuledTable) and block.columns[0].heading == "委员签字"
    )

    assert (len(table.columns), table.least, sum(column.width for column in table.columns)) == (6, 1, WIDTH)


def test_how_somebody_was_away_stands_before_why():
    text = words(render(samples.ASSEMBLY, "pdf"), "pdf")

    assert "赵启明（请假：外出培训）" in text


def test_who_may_vote_is_never_said_as_a_second_number_expected():
    text = words(render(samples.ASSEMBLY, "pdf"), "pdf")

    assert "应到24人（正式党员22人，预备党员2人），有表决权22人" in text
    assert "有表决权22人其中到会21人" in text
    assert text.count("应到") == 1 + text.count("超过应到会")


def test_who_is_graded_signs_that_they_know():
    assert "本人知悉（签字）" in words(render(samples.REVIEW, "pdf"), "pdf")


def test_a_meeting_of_24_with_three_votes_takes_five_pages_and_splits_no_vote():
    printed = pages(render(samples.ASSEMBLY, "pdf"))

    assert len(printed) == 5
    for page in printed:
        assert page.count("表决事项") == page.count("表决结果")
    assert "签到表" in printed[-1]
    assert all(name in printed[-1] for name in samples.NAMES)


def test_a_very_long_discussion_runs_over_pages_without_loss():
    speech = "".join(f"第{number}点意见。" for number in range(1500))
    item = replace(samples.ITEMS[0], speeches=(PrintedSpeech("王启明", text=speech),))

    printed = pages(render(replace(samples.ASSEMBLY, items=(item,)), "pdf"))

    assert squeezed(speech) in squeezed("".join(re.sub(r"— \d+ —", "", page) for page in printed))
    assert 12 < len(printed) < 30
    assert all(len(page) > 20 for page in printed)


@pytest.mark.parametrize("lines", range(1, 24))
def test_what_ends_a_record_never_stands_on_a_page_without_its_text(lines):
    """照片处, the signatures and the notes after them go along with what stands before, however long that is."""
    agreed = "\n".join(f"第{number}项安排。" for number in range(lines))
    paper = paper_before({"theme_day": samples.DAY_FACTS | {"agreed": agreed}})

    last = pages(render(replace(samples.THEME_DAY, paper=paper, roll=()), "pdf"))[-1]

    assert all(words in last for words in ("项安排", "照片处", "主持人（签字）", "整理日期"))


def test_dissent_is_named_and_the_secretary_speaks_last():
    text = words(render(samples.ASSEMBLY, "pdf"), "pdf")

    assert "𠮷田明（不同意见）：" in text
    assert text.index("𠮷田明（不同意见）") < text.index("王启明（书记）：请组织委员") < text.index("表决事项")


def test_the_fields_of_the_assembly_stand_in_the_order_of_the_form():
    record = replace(samples.ASSEMBLY, items=samples.ITEMS[:1], roll=())
    text = words(render(record, "pdf"), "pdf")
    order = (
        "时间", "地点", "主持人", "记录人", "应到", "实到", "缺席及原因", "列席",
        "一、议题", "二、报告或学习", "三、讨论发言", "四、表决", "发出", "收回", "有效", "赞成",
        "反对", "弃权", "监票人", "计票人", "五、决议", "六、落实", "主持人（签字）",
    )  # fmt: skip

    places = [text.index(word) for word in order]

    assert places == sorted(places)


def test_a_show_of_hands_prints_no_ballots_once_finished():
    record = replace(samples.ASSEMBLY, items=samples.ITEMS[1:2], roll=())

    assert "收回" not in words(render(record, "pdf"), "pdf")


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ({"tidied_on": date(2026, 11, 23)}, "整理日期：2026年11月23日。"),
        ({"made_up": MadeUp("李启明", date(2026, 12, 10))}, "补录：本记录由李启明于2026年12月10日补录。"),
        ({"separate_number": "密2026-3"}, "另册记录：编号密2026-3，另行保管。"),
    ],
)
def test_when_it_was_written_stands_at_the_foot(head, line):
    record = replace(samples.COMMITTEE, head=replace(samples.SMALL_HEAD, **{"tidied_on": None, **head}))

    assert line in words(render(record, "pdf"), "pdf")


@FORMS
def test_amendments_follow_the_signatures_with_day_and_person(form):
    record = replace(samples.COMMITTEE, amendments=(PrintedAmendment(date(2026, 12, 3), "李启明", "实到应为4人。"),), roll=())
    text = words(render(record, form), form)

    assert "更正1.2026年12月3日，李启明：实到应为4人。" in text
    assert text.index("记录人（签字）") < text.index("更正1.")


def test_a_probationary_member_is_never_graded():
    review = replace(samples.REVIEW.review, standings=(shape.PrintedStanding(samples.NAMES[19], 1, 2, 0, 0),))

    with pytest.raises(ProbationaryGraded, match=samples.NAMES[19]):
        render(replace(samples.REVIEW, review=review), "pdf")


def test_there_is_no_red_head_and_no_document_number():
    content = render(samples.ASSEMBLY, "pdf")

    assert "〔" not in words(content, "pdf")
    assert "号）" not in words(content, "pdf")


def test_a_file_is_named_after_its_day():
    assert record_filename(samples.COMMITTEE, "pdf") == "2026-11-20 支委会记录.pdf"
    assert record_filename(samples.EMPTY[0], "docx") == "支部党员大会记录.docx"
