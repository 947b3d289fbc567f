"""Slips, the tally sheet, the sign-in sheet."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from pypdf import PdfReader

from navmark.foundation.printing.as_docx import docx
from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.roll_sheet import roll_blocks
from navmark.foundation.printing.sheet import Sheet
from navmark.foundation.proceedings.ballots.slips import slips_sheet
from navmark.foundation.proceedings.ballots.voting import Election, Poll, papers_of, slips, tally_sheet
from navmark.pillars.demonstration.branch_life.sheets import rendering
from navmark.pillars.demonstration.branch_life.sheets.roll import roll_sheet
from navmark.pillars.demonstration.branch_life.sheets.tests import samples

POLL = Poll("中共启明实验小学支部委员会", "支部党员大会", date(2026, 11, 20), ("同意接收郑启明同志为中共预备党员",), 22, 21)


def pages(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("count", [1, 21, 24])
def test_there_are_exactly_as_many_slips_as_voters(count):
    printed = pages(slips(POLL, count=count))

    assert sum(page.count("支部党员大会表决票") for page in printed) == count


def test_all_slips_are_alike_so_that_none_names_its_voter():
    (page,) = pages(slips(POLL, count=8))

    assert len(set(page.split("支部党员大会表决票")[1:])) == 1


@pytest.mark.parametrize("count", [1, 24])
def test_the_slips_for_an_office_program_are_as_many_and_as_alike(count):
    content = docx(slips_sheet(POLL.organisation, POLL.on, papers_of(POLL), count=count))
    document = Document(io.BytesIO(content))

    assert [one.text for one in document.paragraphs].count("支部党员大会表决票") == count
    assert {table.cell(1, 0).text for table in document.tables} == set(POLL.subjects)
    assert len(document.tables) == count


def test_an_election_has_the_same_ballot_in_an_office_program():
    poll = replace(POLL, subjects=(), elections=(Election("选举支部委员会", ("王一", "李二"), 1),))
    document = Document(io.BytesIO(docx(slips_sheet(poll.organisation, poll.on, papers_of(poll), count=2))))

    assert [one.text for one in document.paragraphs].count("选票") == 2
    (first, second) = document.tables
    names = [row.cells[0].text for row in first.rows]
    assert names[:3] == ["候选人", "王一", "李二"] and names == [row.cells[0].text for row in second.rows]
    assert names[3:] == ["另选人："] * len(names[3:]) and names[3:]


def test_many_items_make_larger_slips_and_none_is_cut_off():
    items = tuple(f"第{number}项表决事项" for number in range(20))
    printed = pages(slips(replace(POLL, subjects=items), count=3))

    assert [page.count("支部党员大会表决票") for page in printed] == [1, 1, 1]
    assert all(item in page for page in printed for item in items)


def test_the_tally_sheet_asks_for_every_number_and_two_signatures():
    (page,) = pages(pdf(tally_sheet(POLL)))

    words = (
        "发出",
        "收回",
        "有效",
        "赞成",
        "反对",
        "弃权",
        "无效",
        POLL.subjects[0],
        "监票人（签字）",
        "计票人（签字）",
        "22人",
        "21人",
    )
    assert [word for word in words if word not in page] == []


def sign_in_sheet(record):
    roll = roll_sheet(record)
    return Sheet(roll.title, tuple(roll_blocks(roll, guests=not record.finished)), record.on)


def test_24_members_sign_on_one_page():
    unsigned = as_before_the_meeting(samples.roll())
    printed = pages(pdf(sign_in_sheet(replace(samples.ASSEMBLY, roll=unsigned, finished=False))))

    assert len(printed) == 1
    assert all(name in printed[0] for name in samples.NAMES)
    assert "签名" in printed[0]
    assert "到会情况" not in printed[0]
    assert printed[0].count("列席人员") == 2


def test_marks_that_were_typed_say_that_the_signed_original_is_elsewhere():
    (page,) = pages(pdf(sign_in_sheet(samples.ASSEMBLY)))

    assert "到会情况" in page
    assert "手签原件另附" in page
    assert docx(sign_in_sheet(samples.ASSEMBLY)) == docx(sign_in_sheet(samples.ASSEMBLY))


def as_before_the_meeting(roll):
    return tuple(replace(attendee, mark="") for attendee in roll)


@pytest.mark.parametrize("people", [24, 25, 26])
def test_a_branch_of_up_to_26_stands_on_one_page_before_and_after(people):
    roll = tuple(replace(samples.roll()[number % 24], number=number + 1) for number in range(people))
    after = replace(samples.ASSEMBLY, roll=roll)
    before = replace(after, roll=as_before_the_meeting(roll), finished=False)

    assert [len(pages(pdf(sign_in_sheet(record)))) for record in (before, after)] == [1, 1]


def test_on_two_pages_the_second_has_names():
    roll = tuple(replace(samples.roll()[number % 24], number=number + 1) for number in range(40))
    (_first, second) = pages(pdf(sign_in_sheet(replace(samples.ASSEMBLY, roll=roll))))

    assert "手签原件另附" not in second and "第二党小组" in second


def test_every_docx_carries_the_day_of_its_meeting():
    sheets = (
        rendering.sheet(samples.ASSEMBLY),
        sign_in_sheet(samples.ASSEMBLY),
        slips_sheet(POLL.organisation, POLL.on, papers_of(POLL), count=1),
        tally_sheet(POLL),
    )
    days = [Document(io.BytesIO(docx(sheet))).core_properties.created.date() for sheet in sheets]

    assert days == [samples.ASSEMBLY.head.start.date()] * 2 + [POLL.on] * 2
