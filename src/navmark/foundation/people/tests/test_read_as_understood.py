"""What an import understood is shown before it counts, and a month never takes away a day."""

from datetime import date

import pytest

from navmark.foundation.people.importing.intake import KINDS, intake_of
from navmark.foundation.people.models import PartyStatus, Person, Status, TableKind, UnitMembership
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import brought_in, looked_at, pasted
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.tests.builders import xlsx

STAFF = "姓名 手机号码 出生年月"
MEMBERS = "姓名 手机号码 入党时间 转正时间 人员类别"


def shown(report) -> list[dict[str, str]]:
    return [dict(zip(report.headings, line.cells, strict=True)) for line in report.lines]


def test_each_cell_of_a_new_person_as_it_was_understood(inside):
    a_branch()
    report = looked_at(inside, pasted("members", MEMBERS, "张伟 13900000001 2015年7月 2016.7.1 正式党员"))

    assert shown(report) == [
        {"手机号码": "…0001", "入党时间": "2015-07", "转正时间": "2016-07-01", "人员类别": str(Status.FULL.label)}
    ]


def test_a_class_wherever_it_stands(inside):
    apart = looked_at(inside, pasted("pupils", "年级 班 姓名 学籍号", "二年级 3班 张小南 G1", "2026级 1 张小北 G2"))
    book = xlsx(("一年级1班", [["姓名", "学籍号"], ["学生", "G3"]]))
    above = looked_at(inside, intake_of("pupils", read(book, "学生.xlsx"), school_year=2026))

    assert [row["班"] for row in shown(apart)] == ["二年级(3)班", "一年级(1)班"]
    assert [next(iter(row.values())) for row in shown(above)] == ["一年级(1)班"]


def test_every_class_of_a_workbook_is_brought_in(inside):
    lists = (("一年级1班", [["姓名", "学籍号"], ["甲", "G1"]]), ("一年级2班", [["姓名", "学籍号"], ["乙", "G2"]]))
    table = read(xlsx(*lists), "学生.xlsx", columns=KINDS[TableKind.PUPILS].columns())
    brought_in(inside, intake_of("pupils", table, school_year=2026))

    assert set(UnitMembership.objects.values_list("person__name", "unit__number")) == {("甲", 1), ("乙", 2)}


@pytest.mark.parametrize("line", ["张伟 13900000001 1920.5 1921-06 正式党员", "张伟 13900000001 _ 1921-06-30 正式党员"])
def test_nothing_before_july_1921_is_a_day_of_joining(inside, line):
    a_branch()
    report = looked_at(inside, pasted("members", MEMBERS, line))

    assert any("1921" in message for message in report.lines[0].messages)


def test_a_day_on_record_stays_when_the_table_knows_the_month(inside):
    a_branch()
    brought_in(inside, pasted("staff", STAFF, "张伟 13900000001 1990-05-20"))
    brought_in(inside, pasted("members", MEMBERS, "张伟 13900000001 2015-07-15 2016-07-15 正式党员"))

    staff = brought_in(inside, pasted("staff", STAFF, "张伟 13900000001 1990年5月"))
    members = brought_in(inside, pasted("members", MEMBERS, "张伟 13900000001 2015年7月 2016年7月 正式党员"))

    assert staff.changes_nothing and members.changes_nothing
    assert Person.objects.get(name="张伟").born == date(1990, 5, 20)
    assert PartyStatus.objects.get(person__name="张伟", status=Status.FULL).from_day == date(2016, 7, 15)


def test_a_month_becomes_no_day_and_a_day_makes_it_exact(inside):
    a_branch()
    brought_in(inside, pasted("members", MEMBERS, "张伟 13900000001 _ 2016年7月 正式党员"))
    row = PartyStatus.objects.get(person__name="张伟")
    assert (row.from_day, row.from_precision) == (date(2016, 7, 1), "month")

    report = brought_in(inside, pasted("members", MEMBERS, "张伟 13900000001 _ 2016-07-01 正式党员"))

    row.refresh_from_db()
    assert row.from_precision == "day"
    assert [(change.before, change.after) for change in report.lines[0].changes] == [("2016-07", "2016-07-01")]
