from datetime import date

import pytest
from django.utils.translation import override

from navmark.foundation.almanac.holidays import YearNotice, national_notices
from navmark.foundation.almanac.notice_text import UnreadableNotice, read_notice

NOTICE_2026 = """国务院办公厅关于2026年部分节假日安排的通知
一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。
节假日期间,各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。"""


def test_the_pasted_notice_gives_exactly_the_days_of_our_own_table():
    assert read_notice(NOTICE_2026) == national_notices()[2026]


def test_full_width_punctuation_is_understood_as_well():
    printed = NOTICE_2026.translate(str.maketrans({"(": "\uff08", ")": "\uff09", ":": "\uff1a", ",": "\uff0c"}))
    assert printed != NOTICE_2026
    assert read_notice(printed) == national_notices()[2026]


def test_a_single_day_is_understood():
    notice = read_notice("关于2025年部分节假日安排的通知\n一、元旦: 1月1日(周三)放假1天,不调休。")
    assert notice.off == {date(2025, 1, 1): "元旦"}
    assert notice.work == frozenset()


def test_a_span_over_new_year_keeps_both_years():
    notice = read_notice("2023年部分节假日安排\n一、元旦:2022年12月31日至2023年1月2日放假调休,共3天。")
    assert sorted(notice.off) == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("一、元旦:1月1日放假。", "title"),
        ("关于2027年工作安排的通知", "whole text"),
        ("关于2027年部分节假日安排的通知\n一、元旦:2月30日放假。", "2-30"),
        ("关于2027年部分节假日安排的通知\n一、元旦:1月9日至3日放假。", "span"),
    ],
)
def test_what_it_cannot_read_is_refused_with_the_remedy(text, remedy):
    with override("en"), pytest.raises(UnreadableNotice, match=remedy):
        read_notice(text)


def test_a_notice_survives_its_row():
    notice = read_notice(NOTICE_2026)
    assert YearNotice.from_json(2026, notice.to_json()) == notice
