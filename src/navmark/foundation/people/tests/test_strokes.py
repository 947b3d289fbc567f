"""Names are read out by strokes of the surname."""

import pytest

from navmark.foundation.people.strokes import TABLE, places, sort_key, stroke_count

KNOWN = (
    "丁2 于3 马3 王4 邓4 冯5 叶5 卢5 刘6 孙6 朱6 许6 吕6 李7 张7 陈7 杨7 吴7 何7 宋7 沈7 苏7 周8 林8 罗8 郑8 "
    "赵9 胡9 徐10 高10 郭10 唐10 袁10 贾10 黄11 梁11 萧11 曹11 阎11 谢12 韩12 董12 程12 傅12 曾12 彭12 蒋12 蔡14 薛16 魏17"
)


@pytest.mark.parametrize("surname", KNOWN.split())
def test_the_strokes_of_common_surnames_are_known(surname):
    assert stroke_count(surname[0]) == int(surname[1:])


def test_names_stand_by_strokes_then_by_first_stroke():
    read_out = ["丁雨婷", "于得水", "马雅妍", "王天国", "许泽", "孙文曦", "李明", "张珍可", "黄晓", "魏华"]

    assert sorted(set(read_out), key=sort_key) == read_out


def test_a_compound_surname_stands_by_its_first_character():
    assert sorted(["王文", "上官云", "欧阳明", "诸葛红"], key=sort_key) == ["上官云", "王文", "欧阳明", "诸葛红"]


def test_an_unknown_surname_stands_after_all_known_ones():
    assert sort_key("𠮷田") > max(sort_key(surname) for surname in places())


def test_no_surname_is_listed_twice():
    lines = [line.split()[2] for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    listed = "".join(lines)

    assert len(listed) == len(set(listed)) > 400
