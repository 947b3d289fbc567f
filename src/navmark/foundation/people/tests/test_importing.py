"""Tables of staff, members and pupils: all of a table or nothing, and a second time nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.importing.committing import commit
from navmark.foundation.people.importing.intake import intake_of
from navmark.foundation.people.models import Absence, Engagement, PartyStatus, Person, Post, Status, Unit, UnitMembership
from navmark.foundation.people.queries import committee_on, leader_of, members_on, party_groups
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import AT, ON, an_id_number, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.refusals import TableRefused
from navmark.foundation.tables.writing import Field, workbook
from navmark.foundation.tables.writing import Worksheet as Written

STAFF = (
    "工号 姓名 性别 手机 职务 班主任 备注",
    "001 张伟 男 13900000001 校长 _ _",
    "002 李娜 女 _ _ 三年级(1)班 产假(2026年9月至2027年1月)",
)
MEMBERS = (
    "工号 姓名 人员类别 入党日期 转正日期 党内职务 党小组",
    "001 张伟 正式党员 2010-07-01 2011-07-01 书记 第一党小组",
    "002 李娜 预备党员 2026-03-05 _ _ 第一党小组",
    "003 王芳 正式党员 2012-07-01 2013-07-01 组长 第二党小组",
)
PUPILS = ("班级 学籍号 姓名 性别", "一年级(1)班 G001 赵一 男", "一年级(1)班 G002 钱二 女", "六年级(2)班 G003 孙三 男")
SHEETS = {"staff": STAFF, "members": MEMBERS, "pupils": PUPILS}
TABLES = (Person, Unit, Engagement, PartyStatus, UnitMembership, Post, Absence)


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


def on_record() -> list:
    return [list(model.objects.order_by("id").values()) for model in TABLES]


def test_a_staff_sheet_brings_offices_classes_and_leave(inside, branch):
    brought_in(inside, pasted("staff", *STAFF))

    assert Post.objects.get(kind="principal").person.name == "张伟"
    led = Post.objects.get(kind="class_teacher")
    assert (led.person.name, led.unit.entry_year, led.unit.number) == ("李娜", 2024, 1)
    away = Absence.objects.get()
    assert (away.person.name, away.from_day, away.to_day) == ("李娜", date(2026, 9, 1), date(2027, 1, 31))


def test_a_members_sheet_brings_status_groups_and_offices(inside, branch):
    brought_in(inside, pasted("members", *MEMBERS))

    groups = party_groups(branch, ON)
    assert [group.name for group in groups] == ["第一党小组", "第二党小组"]
    assert leader_of(groups[1], ON).name == "王芳"
    assert [person.name for person in committee_on(branch, ON)] == ["张伟"]
    assert members_on(branch, ON).count() == 3
    probation = PartyStatus.objects.get(person__name="张伟", status=Status.PROBATIONARY)
    assert (probation.from_day, probation.to_day) == (date(2010, 7, 1), date(2011, 6, 30))


def test_a_pupils_sheet_makes_each_class_once_by_its_year_of_entry(inside):
    brought_in(inside, pasted("pupils", *PUPILS))

    assert list(Unit.objects.values_list("entry_year", "number")) == [(2026, 1), (2021, 2)]
    assert UnitMembership.objects.filter(unit__entry_year=2026).count() == 2


@pytest.mark.parametrize("kind", SHEETS)
def test_a_repeat_changes_nothing(inside, branch, kind):
    brought_in(inside, pasted(kind, *SHEETS[kind]))
    before = on_record()

    report = brought_in(inside, pasted(kind, *SHEETS[kind]))

    assert report.changes_nothing
    assert on_record() == before


@pytest.mark.parametrize("kind", SHEETS)
def test_looking_writes_nothing(inside, branch, kind):
    before = on_record()

    assert looked_at(inside, pasted(kind, *SHEETS[kind])).ready

    assert on_record() == before


def test_a_bad_row_is_named_with_row_and_column_and_nothing_is_written(inside):
    intake = pasted("staff", "姓名 手机", "张伟 13900000001", "李娜 1390000")

    with translation.override("zh-hans"):
        line = looked_at(inside, intake).open_lines[0]
    with pytest.raises(TableRefused):
        brought_in(inside, intake)

    assert (line.number, line.about) == (3, "李娜")
    assert line.messages[0].startswith("手机") and "1390000" in line.messages[0]
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("members", ("姓名 人员类别 所在党支部", "张伟 正式党员 启明支部", "李娜 正式党员 没有的支部")),
        ("members", ("姓名 人员类别 党内职务", "张伟 正式党员 书记", "李娜 正式党员 组长")),
        ("members", ("姓名 性别 人员类别", "张伟 男 正式党员", "李娜 女 _")),
        ("pupils", ("班级 姓名", "一年级(1)班 赵一", "七年级(1)班 钱二")),
        ("pupils", ("班级 班级编号 姓名", "一年级(1)班 1101 赵一", "一年级(1)班 1102 钱二")),
        ("staff", ("姓名 身份证号", f"张伟 {an_id_number(1)}", "李娜 990000198503120011")),
    ],
)
def test_one_impossible_row_holds_back_the_whole_sheet(inside, branch, kind, lines):
    assert "problem" in outcomes(looked_at(inside, pasted(kind, *lines)))

    with pytest.raises(TableRefused):
        brought_in(inside, pasted(kind, *lines))

    assert not Person.objects.exists()


def test_what_changed_since_the_preview_is_shown_again_and_not_written(inside):
    intake = pasted("staff", "姓名 工号 学历", "张伟 001 本科")
    shown = looked_at(inside, intake).digest
    brought_in(inside, pasted("staff", "姓名 工号 学历", "张伟 001 硕士"))

    with pytest.raises(TableRefused):
        commit(intake, shown, school=inside, by=None, at=AT, on=ON)

    assert Person.objects.get().education == "硕士"


def test_an_import_leaves_one_entry_in_the_trail_and_no_phone_in_it(inside):
    brought_in(inside, pasted("staff", *STAFF))

    entry = AuditEntry.objects.get(kind="people.imported")
    assert "13900000001" not in entry.payload


def test_a_sheet_written_in_the_office_program_is_read_the_same(inside):
    fields = [Field("姓名"), Field("工号", "identifier"), Field("手机", "identifier")]
    content = workbook([Written("教职工", fields, [("张伟", "007", "13900000001")], title="教职工花名册")])
    brought_in(inside, pasted("staff", "姓名 工号 手机", "张伟 007 13900000001"))

    report = looked_at(inside, intake_of("staff", read(content, "花名册.xlsx"), school_year=2026))

    assert outcomes(report) == ["unchanged"]


def queries_of(school, kind: str, lines: list[str]) -> int:
    intake = pasted(kind, *lines)
    shown = looked_at(school, intake).digest
    with CaptureQueriesContext(connection) as captured:
        commit(intake, shown, school=school, by=None, at=AT, on=ON)
    return len(captured)


@pytest.mark.parametrize(
    ("kind", "heading", "row"),
    [
        ("staff", "工号 姓名 手机 备注", "{0:03d} 教师{1} 139000000{0:02d} 病假(2026年9月)"),
        ("members", "工号 姓名 人员类别 党小组", "{0:03d} 党员{1} 正式党员 第一党小组"),
        ("pupils", "班级 学籍号 姓名", "一年级(1)班 G{0:03d} 学生{1}"),
    ],
)
def test_thirty_rows_are_written_with_as_many_queries_as_one(inside, branch, kind, heading, row):
    lines = [row.format(number, chr(0x4E00 + number)) for number in range(1, 33)]
    queries_of(inside, kind, [heading, lines[0]])  # makes the class or the group

    one, thirty = queries_of(inside, kind, [heading, lines[1]]), queries_of(inside, kind, [heading, *lines[2:]])

    assert one == thirty <= 40
