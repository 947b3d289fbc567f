import pytest

from navmark.foundation.tables.headings import headings_of, normalised
from navmark.foundation.tables.mapping import Mapping, map_headings
from navmark.foundation.tables.table import Merge

from .builders import COLUMNS, table


@pytest.mark.parametrize("written", ["姓名", "姓 名", "姓\n名", "姓名*", "姓名（必填）", "＊姓名：", " 姓名[汉字]", "(姓名)"])
def test_one_heading_is_written_in_many_ways(written):
    assert normalised(written) == "姓名"


def test_finds_the_headings_below_a_title_and_a_remark():
    found = table(["花名册"], ["填报单位:启明小学", "", "2026年9月"], ["序号", "姓名", "性别"], ["1", "张三", "男"])

    assert headings_of(found, COLUMNS).texts == ("序号", "姓名", "性别")
    assert headings_of(found, COLUMNS).body == 3


def test_takes_the_fullest_row_for_headings_when_none_is_known():
    assert headings_of(table(["清单"], ["题目", "刊物"], ["甲", "乙"]), COLUMNS).texts == ("题目", "刊物")


def test_reads_headings_of_two_lines_by_their_merged_cells():
    merges = (Merge(1, 0, 2, 0), Merge(1, 1, 1, 2))
    found = table(["花名册", "", ""], ["姓名", "联系方式", ""], ["", "手机号码", "固话"], ["张三", "199", "0532"], merges=merges)

    assert headings_of(found, COLUMNS).texts == ("姓名", "手机号码", "固话")
    assert headings_of(found, COLUMNS).body == 3


def test_maps_by_alias_and_keeps_the_unknown():
    mapping = map_headings(table(["教师姓名", "手机号码", "爱好"], ["张三", "199", "书法"]), COLUMNS)

    assert mapping.keys == {"教师姓名": "name", "手机号码": "phone", "爱好": ""}
    assert mapping.extras == ("爱好",)
    assert mapping.is_complete


def test_prefers_the_first_alias_and_lists_the_other_heading_as_ambiguous():
    mapping = map_headings(table(["联系电话", "手机号码", "姓名"], ["1", "2", "张三"]), COLUMNS)

    assert mapping.keys == {"联系电话": "", "手机号码": "phone", "姓名": "name"}
    assert mapping.ambiguous == ("联系电话",)
    assert not mapping.is_complete


def test_tells_a_heading_that_appears_twice_apart():
    mapping = map_headings(table(["姓名", "电话", "电话"], ["张三", "1", "2"]), COLUMNS)

    assert mapping.keys == {"姓名": "name", "电话": "phone", "电话 2": ""}
    assert mapping.places == {"姓名": 0, "电话": 1, "电话 2": 2}


def test_names_what_is_required_and_missing():
    assert map_headings(table(["性别", "电话"], ["男", "1"]), COLUMNS).missing == ("name",)


def test_remembers_what_a_person_has_said():
    first = map_headings(table(["名字", "联系电话", "手机号码"], ["张三", "1", "2"]), COLUMNS)
    said = first.overridden({"名字": "name", "联系电话": "phone"}, COLUMNS)

    again = map_headings(table(["名 字", "手机号码", "联系电话"], ["张三", "2", "1"]), COLUMNS, said.remembered())

    assert said.keys == {"名字": "name", "联系电话": "phone", "手机号码": ""}
    assert again.keys == {"名 字": "name", "手机号码": "", "联系电话": "phone"}
    assert again.is_complete


def test_a_remembered_choice_goes_before_an_alias():
    mapping = map_headings(table(["姓名", "教师姓名"], ["曾用名", "张三"]), COLUMNS, {"教师姓名": "name"})

    assert mapping.keys == {"姓名": "", "教师姓名": "name"}


def test_can_be_stored_between_steps():
    mapping = map_headings(table(["联系电话", "手机号码", "爱好"], ["1", "2", "3"]), COLUMNS)

    assert Mapping.from_json(mapping.as_json()) == mapping
