"""Names are read out by strokes: of the surname, then single given names first, then of each character."""

import random
from importlib import import_module

import pytest
from django.apps import apps

from navmark.foundation.people.models import Person
from navmark.foundation.people.strokes import LONGEST, TABLE, sort_key, stroke_count
from navmark.foundation.people.tests.factories import a_staff_member

KNOWN = (
    "丁2 于3 马3 王4 邓4 冯5 叶5 卢5 刘6 孙6 朱6 许6 吕6 李7 张7 陈7 杨7 吴7 何7 宋7 沈7 苏7 周8 林8 罗8 郑8 "
    "赵9 胡9 徐10 高10 郭10 唐10 袁10 贾10 黄11 梁11 萧11 曹11 阎11 谢12 韩12 董12 程12 傅12 曾12 彭12 蒋12 蔡14 薛16 魏17"
)


@pytest.mark.parametrize("surname", KNOWN.split())
def test_the_strokes_of_common_surnames_are_known(surname):
    assert stroke_count(surname[0]) == int(surname[1:])


@pytest.mark.parametrize(
    "read_out",
    [
        "丁雨婷 于得水 马雅妍 王天国 许泽 孙文曦 李明 张珍可 黄晓 魏华",
        "丁一 王一 王芳 王明 王小明 区一 买买提·艾力 况一",
        "上官云 王文 欧阳明 诸葛红",
        "欧兰 欧冶平 欧阳兰 欧阳小兰",
    ],
)
def test_names_stand_as_offices_read_them(read_out):
    names = read_out.split()

    assert sorted(random.Random(6).sample(names, len(names)), key=sort_key) == names


def test_a_character_outside_the_table_stands_among_those_of_as_many_strokes():
    assert (stroke_count("𠮷"), stroke_count("䶮"), stroke_count("㛃")) == (6, 20, 9)
    assert sorted(["魏一", "𠮷田", "李一", "丁一", "王㛃", "王䶮", "王一"], key=sort_key) == [
        "丁一",
        "王一",
        "王㛃",
        "王䶮",
        "𠮷田",
        "李一",
        "魏一",
    ]


def test_a_character_younger_than_this_python_counts_too():
    assert sort_key("李\U000323af") != sort_key("李")


def test_two_unlisted_surnames_do_not_mix():
    names = ["𠮷一", "㐁一", "𠮷二", "㐁二"]

    assert [name[0] for name in sorted(names, key=sort_key)] == ["㐁", "㐁", "𠮷", "𠮷"]


def test_any_name_has_a_key_that_fits():
    assert all(len(sort_key(name)) <= LONGEST for name in ("", "A", "阿" * 60, "\U0002a700" * 60, "John Smith"))


def test_no_character_is_listed_twice():
    lines = [line.split()[1] for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    listed = "".join(lines)

    assert len(listed) == len(set(listed)) > 6000


def test_the_keys_of_an_older_version_are_made_anew(inside):
    person = a_staff_member(name="王芳")
    Person.objects.filter(pk=person.pk).update(sort_key="0410003王芳")

    import_module("navmark.foundation.people.migrations.0006_names_by_strokes").sort_anew(apps, None)

    person.refresh_from_db()
    assert person.sort_key == sort_key("王芳")
