"""What a notice is understood to say, beside the sentence in which it says it."""

from datetime import date

import pytest

from navmark.pillars.demonstration.superior_notices.reading import read

RECEIVED = date(2026, 11, 18)  # a Wednesday

WHOLE = """青禾区教育和体育局
关于开展2026年度师德师风建设自查工作的通知
青教体字〔2026〕37号
各中小学、幼儿园：
    为进一步加强师德师风建设，现将有关事项通知如下。
    一、自查内容。重点自查有偿补课、违规收受礼品礼金等情况。
    二、报送要求。（一）请各学校于11月27日17:00前将《师德师风自查情况汇总表》（附件1）电子版报送至人事科邮箱；
    （二）2026年12月10日前将自查报告纸质版一式两份交至区局305室。
    三、全区培训会定于11月24日在实验中学召开，请分管校长参加。
    附件：1.师德师风自查情况汇总表
                                    青禾区教育和体育局
                                    2026年11月17日
"""


def test_a_whole_notice_is_read_with_its_asks_and_their_sentences():
    found = read(WHOLE, received=RECEIVED)
    assert found.title == "关于开展2026年度师德师风建设自查工作的通知"
    assert (found.issuer, found.number) == ("青禾区教育和体育局", "青教体字〔2026〕37号")
    first, second = found.asks
    assert first.what == "《师德师风自查情况汇总表》（附件1）电子版" and first.day.on == date(2026, 11, 27) and first.day.assumed
    assert "11月27日17:00前" in first.said
    assert second.what == "自查报告纸质版" and second.day.on == date(2026, 12, 10) and not second.day.assumed
    assert [one.on for one in found.other_days] == [date(2026, 11, 24)]


def test_a_text_that_asks_for_nothing_proposes_nothing():
    found = read("关于做好冬季取暖安全的提示\n请各校加强巡查，注意通风。", received=RECEIVED)
    assert found.title == "关于做好冬季取暖安全的提示" and not found.asks and not found.issuer


def test_nothing_is_read_of_nothing():
    assert read(" \n", received=RECEIVED).title == ""


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("请将活动总结及照片报送至政工科", "活动总结及照片"),
        ("各校填报《学生心理台账》", "《学生心理台账》"),
        ("请于11月25日前提交附件2", "附件2"),
        ("请及时反馈", "请及时反馈"),
        ("及时反馈联络员名单", "联络员名单"),
        ("把推荐人选名单以纸质形式报教育工委", "推荐人选名单"),
    ],
)
def test_what_is_asked_for_is_in_the_words_of_the_notice(sentence, what):
    assert [ask.what for ask in read(f"关于报送材料的通知\n{sentence}", received=RECEIVED).asks] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "青禾区教育和体育局\n关于报送总结的通知\n正文",
        "青禾区教育和体育局关于报送总结的通知",
        "关于报送总结的通知\n青禾区教育和体育局\n2026年11月17日",
    ],
)
def test_who_issued_it_stands_above_before_or_below(text):
    assert read(text, received=RECEIVED).issuer == "青禾区教育和体育局"


def test_a_title_broken_over_two_lines_is_one():
    found = read("关于报送2026年度基层党组织\n书记述职材料的通知\n正文", received=RECEIVED)
    assert found.title == "关于报送2026年度基层党组织书记述职材料的通知"


def test_a_text_on_one_line_is_read_behind_its_title():
    found = read("关于报送总结的通知：请各校于12月1日前将总结报送至政工科。", received=RECEIVED)
    assert found.title == "关于报送总结的通知" and [one.what for one in found.asks] == ["总结"]


def test_full_width_digits_are_digits_and_are_quoted_as_they_stand():
    asked = read("通知\n请于１２月５日（周六）前报送总结", received=RECEIVED).asks[0]
    assert asked.day.on == date(2026, 12, 5) and asked.said == asked.day.said == "请于１２月５日（周六）前报送总结"


def test_a_bracketed_number_is_written_with_the_brackets_of_offices():
    assert read("鲁教组发[2026]3 号\n关于评选的通知", received=RECEIVED).number == "鲁教组发〔2026〕3号"
