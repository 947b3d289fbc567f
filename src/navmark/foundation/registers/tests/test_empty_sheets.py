"""The empty sheet of a register is enough to write on, and bears what is later typed in from it."""

import pytest

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.known import Known
from navmark.foundation.printing.sheet import Grid, RuledTable, Text
from navmark.foundation.registers.empty import empty_sheet
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.tests.scene import AT, COURSE

pytestmark = pytest.mark.on_one
ASKED = {
    "outlet": {"type": "line", "label": "报刊"},
    "scan": {"type": "file", "label": "扫描件"},
    "photo": {"type": "picture", "label": "照片"},
}
PROBLEM = {"problem": {"type": "paragraph", "label": "问题表现", "required": "before"}}


def written(paper, **told):
    one = Register(title="整改台账", **{"sheet_title": "问题整改单", "roles": ["author"], "numbered": True, **told})
    return empty_sheet(one, COURSE, described(paper), Known(on=AT.date()), whose="第一党支部")


def labels(sheet):
    grids = [block for block in sheet.blocks if isinstance(block, Grid)]
    return [field.label for grid in grids for row in grid.rows for field in row]


def test_it_has_a_line_for_name_day_number_and_hands_and_a_row_for_whoever_signs_a_step():
    sheet = written(ASKED)
    (signed,) = [block for block in sheet.blocks if isinstance(block, RuledTable)]

    assert (sheet.name, sheet.blocks[0].left) == ("问题整改单", "第一党支部") and "号" in sheet.blocks[0].right
    assert labels(sheet) == ["名称", "日期", "负责人", "作者", "报刊"]  # a file cannot be written down
    assert [row[0] for row in signed.rows] == ["认领整改", "报告结果", "销号"]  # nobody signs beforehand for a step back
    assert any(getattr(block, "caption", "") == "照片" for block in sheet.blocks)


def test_it_asks_for_no_name_where_the_paper_gives_one_nor_for_an_owner_where_there_is_none():
    sheet = written(PROBLEM, owned=False)

    assert labels(sheet) == ["日期", "作者"]
    assert [block.lead for block in sheet.blocks if isinstance(block, Text)] == ["问题表现："]
