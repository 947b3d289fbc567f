from datetime import date

import pytest
from django.utils.translation import override

from navmark.foundation.almanac import notice_text
from navmark.foundation.almanac.holidays import YearNotice, national_notices
from navmark.foundation.almanac.notice_text import UnreadableNotice

NOTICE_2026 = """国务院办公厅关于2026年部分节假日安排的通知
一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。
节假日期间,各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。"""


def read_notice(text, *before):
    """Read onto the notices pasted before it."""
    known = {}
    for one in (*before, text):
        notice = notice_text.read_notice(one, known=known)
        known[notice.year] = notice
    return notice


def test_the_pasted_notice_gives_exactly_the_days_of_our_own_table():
    assert read_notice(NOTICE_2026) == national_notices()[2026]


def test_full_width_punctuation_is_understood_as_well():
    printed = NOTICE_2026.translate(str.maketrans({"(": "\uff08", ")": "\uff09", ":": "\uff1a", ",": "\uff0c"}))
    assert printed != NOTICE_2026
    assert read_notice(printed) == national_notices()[2026]


def test_a_single_day_is_understood():
    notice = read_notice("关于2025年部分节假日安排的通知\n一、元旦: 1月1日(周三)放假1天,不调休。")
    assert notice.off == {date(2025, 1, 1): "元旦"}
    assert not notice.work


def test_a_span_over_new_year_keeps_both_years():
    notice = read_notice("2023年部分节假日安排\n一、元旦:2022年12月31日至2023年1月2日放假调休,共3天。")
    assert sorted(notice.off) == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]


ON_ONE_LINE = (
    "关于2027年部分节假日安排的通知 一、元旦：1月1日至3日放假，共3天。 二、春节：2月5日至11日放假调休，共7天。"
    "1月31日（周日）、2月13日（周六）上班。"
)
AMENDMENT = """国务院办公厅关于调整2026年劳动节放假安排的通知
一、2026年5月1日至4日放假调休，共4天。4月26日（星期日）、5月9日（星期六）上班。
二、各地区、各部门要妥善安排好值班和安全、保卫等工作。"""
PROLONGED = """关于延长2027年春节假期的通知
一、延长2027年春节假期至2月14日（星期日），2月15日（星期一）起正常上班。"""


def days(month, first, last, year=2027):
    return [date(year, month, day) for day in range(first, last + 1)]


def test_one_line_is_read_like_a_line_a_holiday():
    notice = read_notice(ON_ONE_LINE)
    assert sorted(notice.off) == [*days(1, 1, 3), *days(2, 5, 11)]
    assert notice.work == {date(2027, 1, 31): "春节", date(2027, 2, 13): "春节"}
    assert read_notice(NOTICE_2026.replace("\n", " ")) == national_notices()[2026]


@pytest.mark.parametrize("broken", ["10月1日(周四)至7\n日", "10月1日(周四)\n至7日"])
def test_a_line_broken_within_a_sentence_is_read_whole(broken):
    text = NOTICE_2026.replace("10月1日(周四)至7日", broken)
    assert text != NOTICE_2026
    assert read_notice(text) == national_notices()[2026]


def test_digits_in_full_width_and_numbers_in_brackets_are_understood():
    text = NOTICE_2026.translate({ord("0") + n: ord("０") + n for n in range(10)})
    for number in "一二三四五六七":
        text = text.replace(f"{number}、", f"（{number}）", 1)
    assert read_notice(text) == national_notices()[2026]


def test_a_later_notice_changes_its_holiday_alone():
    before, after = read_notice(NOTICE_2026), read_notice(AMENDMENT, NOTICE_2026)
    assert sorted(day for day, name in after.off.items() if name == "劳动节") == days(5, 1, 4, year=2026)
    assert sorted(day for day, name in after.work.items() if name == "劳动节") == [date(2026, 4, 26), date(2026, 5, 9)]
    others = ({day: name for day, name in one.off.items() if name != "劳动节"} for one in (before, after))
    assert next(others) == next(others)
    assert {day for day in before.work if day.month != 5} == {day for day in after.work if day.month not in (4, 5)}


def test_a_changed_holiday_is_found_in_a_double_one():
    double = "关于2025年部分节假日安排的通知\n一、国庆节、中秋节:10月1日至8日放假调休。10月11日上班。"
    change = "关于调整2025年国庆节放假安排的通知\n一、2025年10月1日至7日放假调休。10月12日上班。"
    after = read_notice(change, double)
    assert (sorted(after.off), sorted(after.work)) == (days(10, 1, 7, year=2025), [date(2025, 10, 12)])


def test_a_day_off_of_its_own_is_added_to_the_years_notice():
    own = "国务院关于中国人民抗日战争暨世界反法西斯战争胜利80周年纪念日调休放假的通知\n2026年9月3日至4日放假调休，9月6日上班。"
    after = read_notice(own, NOTICE_2026)
    assert set(after.off) - set(read_notice(NOTICE_2026).off) == set(days(9, 3, 4, year=2026))
    assert date(2026, 9, 6) in after.work


def test_a_prolonged_holiday_goes_on_and_nothing_is_worked_meanwhile():
    after = read_notice(PROLONGED, ON_ONE_LINE)
    assert sorted(day for day, name in after.off.items() if name == "春节") == days(2, 5, 14)
    assert sorted(after.work) == [date(2027, 1, 31)]


@pytest.mark.parametrize("text", [AMENDMENT, PROLONGED])
def test_a_change_of_a_notice_that_is_not_known_asks_for_that_one_first(text):
    with override("en"), pytest.raises(UnreadableNotice, match="paste the year's notice first"):
        read_notice(text)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("一、元旦:1月1日放假。", "title"),
        ("关于2027年工作安排的通知", "whole text"),
        ("关于2027年部分节假日安排的通知\n一、元旦:2月30日放假。", "2-30"),
        ("关于2027年部分节假日安排的通知\n一、元旦:1月9日至3日放假。", "span"),
        ("关于调整2027年劳动节放假安排的通知", "whole text"),
    ],
)
def test_what_it_cannot_read_is_refused_with_the_remedy(text, remedy):
    with override("en"), pytest.raises(UnreadableNotice, match=remedy):
        read_notice(text)


def test_a_notice_survives_its_row():
    notice = read_notice(NOTICE_2026)
    assert YearNotice.from_json(2026, notice.to_json()) == notice
