"""What is printed and exported of a list is all that it shows: every column, whoever stands on an entry, the year of a day."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.printing.sheet import UPRIGHT, RuledTable
from navmark.foundation.registers import actions
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.filtering import Wanted, entries
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.paging import kept
from navmark.foundation.registers.sheet import list_sheet
from navmark.foundation.registers.tests.scene import AT, make_register, make_school

YEAR = 2026
PAPER = {
    "level": {"type": "choice", "label": "级别", "choices": ["国家级", "省级"]},
    "until": {"type": "date", "label": "有效期至"},
    **{f"more{number}": {"type": "line", "label": f"栏{number}"} for number in range(4)},
}


@pytest.fixture
def here(inside):
    """Three honours, of which the one of the lower level was the last."""
    scene = make_school()
    scene.register = make_register("honours", paper=PAPER, title="荣誉登记", roles=["about"], count_by=["level"], owned=False)
    told = (
        ("甲", {}),
        ("乙", {"level": "国家级", "until": date(2028, 10, 29)}),
        ("丙", {"level": "省级", "until": date(2026, 12, 1)}),
    )
    hands = {"about": [scene.colleague, scene.owner]}
    for title, given in told:
        actions.add(scene.register, EntryHead(scene.whole, title, AT.date()), given, hands=hands, by=scene.head, at=AT)
    return scene


def test_the_print_has_every_column_the_hands_and_the_year_of_a_day_that_is_another_s(here):
    viewer = a_viewer(here.head)
    found = List(viewer, here.register, kept(viewer, entries(viewer, here.register, Wanted(YEAR))))
    sheet = list_sheet(found, YEAR, on=AT.date())
    (table,) = [block for block in sheet.blocks if isinstance(block, RuledTable)]

    assert [one.heading for one in table.columns] == [
        "日期", "编号", "名称", "涉及人员", "状态", "级别", "有效期至", "栏0", "栏1", "栏2", "栏3",
    ]  # fmt: skip
    assert sheet.page != UPRIGHT
    assert [row[2] for row in table.rows] == ["乙", "丙", "甲"]  # by level, what has none comes last
    assert [row[6] for row in table.rows] == ["2028年10月29日", "12月1日", ""]
    assert {row[3] for row in table.rows} == {f"{here.colleague.name}、{here.owner.name}"}


def test_the_page_and_the_table_name_the_hands_too(here):
    desk = signed_in(here.head)
    names = f"{here.colleague.name}、{here.owner.name}"

    assert names in desk.get(reverse("registers:list", args=["honours"])).content.decode()
    book = openpyxl.load_workbook(io.BytesIO(desk.get(reverse("registers:table", args=["honours"])).getvalue()))
    assert any(names in row for row in book.worksheets[0].values)


def test_children_stand_in_no_list(here):
    here.register.about_children = True
    viewer = a_viewer(here.head)

    assert "涉及人员" not in [field.label for field in List(viewer, here.register, []).head]
