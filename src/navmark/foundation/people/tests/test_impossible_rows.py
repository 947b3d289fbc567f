"""Dates that cannot be true hold a table back, with the cell and the way to mend it."""

import pytest
from django.utils import translation

from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import brought_in, looked_at, outcomes, pasted

MEMBERS = "姓名 人员类别 出生日期 入党日期 转正日期"


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


def messages(school, intake) -> list[str]:
    with translation.override("zh-hans"):
        report = looked_at(school, intake)
    assert outcomes(report) == ["problem"]
    return list(report.lines[0].messages)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("张伟 正式党员 2010-01-01 2012-07-01 2011-07-01", "出生日期：按“2010-01-01”推算为16岁，这类名册上应为18至110岁；"),
        ("张伟 正式党员 1990-01-01 2006-07-01 2007-07-01", "入党日期：2006-07-01入党时不满18周岁（出生日期1990-01-01）；"),
        ("张伟 正式党员 1980-01-01 2012-07-01 2011-07-01", "转正日期：转正日期2011-07-01早于入党日期2012-07-01；"),
        ("张伟 正式党员 _ 2030-07-01 _", "入党日期：“2030-07-01”在今天以后；"),
        ("张伟 正式党员 2035-01-01 _ _", "出生日期：“2035-01-01”在今天以后；"),
        ("张伟 预备党员 _ _ 2031-07-01", "转正日期：“2031-07-01”在今天以后；"),
        ("张伟 预备党员 _ 2012-07-01 2013-07-01", "转正日期：人员类别是预备党员，"),
    ],
)
def test_an_impossible_member_is_refused_at_the_cell(inside, branch, row, said):
    assert any(message.startswith(said) for message in messages(inside, pasted("members", MEMBERS, row)))


@pytest.mark.parametrize(
    ("kind", "lines", "said"),
    [
        ("staff", ("姓名 出生日期", "张伟 2012-01-01"), "出生日期：按“2012-01-01”推算为14岁，"),
        ("staff", ("姓名 出生日期", "张伟 1880-01-01"), "出生日期："),
        ("staff", ("姓名 参加工作时间", "张伟 2031-08"), "参加工作时间：“2031-08”在今天以后；"),
        ("pupils", ("班级 姓名 出生日期", "一年级(1)班 赵一 1998-05-01"), "出生日期：按“1998-05-01”推算为28岁，"),
        ("pupils", ("班级 姓名 出生日期", "一年级(1)班 赵一 2024-05-01"), "出生日期：按“2024-05-01”推算为2岁，"),
    ],
)
def test_nobody_is_of_an_impossible_age_or_employed_in_future(inside, kind, lines, said):
    assert messages(inside, pasted(kind, *lines))[0].startswith(said)


def test_the_record_speaks_where_the_sheet_is_silent(inside, branch):
    brought_in(inside, pasted("members", "工号 姓名 人员类别 出生日期 入党日期", "001 张伟 预备党员 1980-01-01 2012-07-01"))

    before = messages(inside, pasted("members", "工号 姓名 人员类别 转正日期", "001 张伟 正式党员 2011-07-01"))
    young = messages(inside, pasted("members", "工号 姓名 人员类别 入党日期", "001 张伟 预备党员 1997-07-01"))

    assert "早于入党日期2012-07-01" in before[0]
    assert "不满18周岁" in young[0]


def test_a_month_gets_the_benefit_of_the_doubt(inside, branch):
    intake = pasted("members", MEMBERS, "张伟 正式党员 1990-07 2008-07 2009-07", "李娜 预备党员 1990 2026-09 _")

    assert looked_at(inside, intake).ready


def test_the_day_of_employment_is_kept_as_it_is_written(inside):
    brought_in(inside, pasted("staff", "姓名 工号 参加工作时间", "张伟 001 1998.1", "李娜 002 待核"))

    assert outcomes(looked_at(inside, pasted("staff", "姓名 工号 参加工作时间", "张伟 001 1998.1"))) == ["unchanged"]
