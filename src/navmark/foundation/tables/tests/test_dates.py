from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from navmark.foundation.tables.cells import WrittenDate, WrittenSpan, date_of_year, spans, written_date
from navmark.foundation.tables.cells.dates import EXCEL_DAY_ZERO
from navmark.foundation.tables.refusals import CellProblem

FULL_WIDTH = {ord(plain): ord(plain) + 0xFEE0 for plain in "0123456789-/."}
CHINESE = "〇一二三四五六七八九"


def in_characters(day):
    def small(number):
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else f"{CHINESE[tens]}十") + (CHINESE[ones] if ones else "")

    return f"{''.join(CHINESE[int(d)] for d in str(day.year))}年{small(day.month)}月{small(day.day)}日"


OF_A_DAY = [
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y.%m.%d}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year} 年 {d.month:02d} 月 {d.day:02d} 号",
    lambda d: f"{d:%Y-%m-%d} 00:00:00",
    lambda d: f"{d:%Y-%m-%d}T00:00",
    lambda d: f"{d.year}年{d.month}月{d.day}日({'一二三四五六日'[d.weekday()]})",
    lambda d: f"{d:%Y-%m-%d}".translate(FULL_WIDTH),
    lambda d: f"'{d:%Y-%m-%d}",
    lambda d: f" {d:%Y–%m–%d}\u00a0",
    in_characters,
]
OF_A_MONTH = [
    lambda d: f"{d:%Y-%m}",
    lambda d: f"{d:%Y.%m}",
    lambda d: f"{d:%Y/%m}",
    lambda d: f"{d:%Y%m}",
    lambda d: f"{d.year}年{d.month}月",
    lambda d: f"{d:%Y年%m月}",
    lambda d: f"{d.year}/{d.month}",
]
DAYS = some.dates(date(1906, 1, 1), date(2100, 12, 31))


@given(DAYS, some.sampled_from(OF_A_DAY))
def test_reads_every_way_to_write_a_day(day, form):
    assert written_date(form(day)) == WrittenDate(day, "day")


@given(DAYS, some.sampled_from(OF_A_MONTH))
def test_reads_every_way_to_write_a_month(day, form):
    assert written_date(form(day)) == WrittenDate(day.replace(day=1), "month")


@given(some.dates(date(1927, 5, 18), date(2100, 12, 31)))
def test_reads_the_number_a_spreadsheet_counts_days_by(day):
    assert written_date(str((day - EXCEL_DAY_ZERO).days)) == WrittenDate(day, "day")


@given(some.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_takes_the_year_from_the_sheet_where_one_is_given(day):
    read = date_of_year(2026)

    for form in (
        f"{day.month}月{day.day}日",
        f"{day.month}/{day.day}",
        f"{day.month}-{day.day}",
        f"{day.month:02d}.{day.day:02d}",
    ):
        if not form.endswith((".01", ".02", ".03")):
            assert read(form) == WrittenDate(day, "day")


def test_reads_a_year_alone():
    assert written_date("1986") == written_date("1986年") == WrittenDate(date(1986, 1, 1), "year")


@pytest.mark.parametrize("nothing", ["", "/", "无", "—", "不详", "－"])
def test_takes_what_stands_for_nothing_as_nothing(nothing):
    assert written_date(nothing) is None


@pytest.mark.parametrize("impossible", ["2026-02-30", "2025-02-29", "2026年13月1日", "2026.00", "20261131", "2026-1-0"])
def test_refuses_a_day_that_does_not_exist(impossible):
    with pytest.raises(CellProblem, match="does not exist in the calendar"):
        written_date(impossible)


def test_asks_back_where_a_spreadsheet_may_have_dropped_a_zero():
    with pytest.raises(CellProblem, match=r"“1986\.1” may be January or October; write 1986-01 or 1986-10"):
        written_date("1986.1")

    assert written_date("1986.10").on == date(1986, 10, 1)
    assert written_date("1986.11").on == date(1986, 11, 1)
    assert written_date("1986.2").on == date(1986, 2, 1)


@pytest.mark.parametrize("unclear", ["86.06", "11/20/2026", "20.11.2026", "昨天", "2026-11-20-1", "12345678901", "1.5", "２"])
def test_refuses_what_could_be_read_in_two_ways_and_names_it(unclear):
    with pytest.raises(CellProblem, match=f"“{unclear}” is not a date; write it like 2026-11-20"):
        written_date(unclear)


def test_asks_for_the_year_where_only_the_day_is_told():
    with pytest.raises(CellProblem, match="does not say the year"):
        written_date("11月20日")


def test_refuses_a_year_out_of_reach():
    with pytest.raises(CellProblem, match="too far"):
        written_date("0206-11-20")


def test_knows_the_last_day_of_what_it_was_told():
    assert WrittenDate(date(2028, 2, 1), "month").last == date(2028, 2, 29)
    assert WrittenDate(date(2028, 1, 1), "year").last == date(2028, 12, 31)
    assert WrittenDate(date(2028, 2, 3), "day").last == date(2028, 2, 3)


def month(year, number):
    return WrittenDate(date(year, number, 1), "month")


def day(*parts):
    return WrittenDate(date(*parts), "day")


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("支教(2025年9月至2027年7月)", [WrittenSpan("支教", month(2025, 9), month(2027, 7))]),
        ("产假（2026年9月至2027年2月）", [WrittenSpan("产假", month(2026, 9), month(2027, 2))]),
        ("产假 2026.9.1—2027.2.28", [WrittenSpan("产假", day(2026, 9, 1), day(2027, 2, 28))]),
        ("2026年9月1日至12月31日病假", [WrittenSpan("病假", day(2026, 9, 1), day(2026, 12, 31))]),
        ("2026年9月1日至20日病假", [WrittenSpan("病假", day(2026, 9, 1), day(2026, 9, 20))]),
        ("自2026年3月起借调", [WrittenSpan("借调", month(2026, 3))]),
        ("借调(2026-03至今)", [WrittenSpan("借调", month(2026, 3))]),
        ("已退休", [WrittenSpan("已退休")]),
        ("支教(2025年9月至2026年7月);已退休", [WrittenSpan("支教", month(2025, 9), month(2026, 7)), WrittenSpan("已退休")]),
        ("市级骨干教师,班主任", [WrittenSpan("市级骨干教师,班主任")]),
    ],
)
def test_finds_the_periods_in_a_remark(remark, found):
    assert spans(remark) == found


def test_refuses_a_period_with_a_month_that_does_not_exist():
    with pytest.raises(CellProblem):
        spans("支教(2025年13月至2027年7月)")


def test_every_day_is_read_back_from_both_ends_of_a_period():
    for offset in range(0, 800, 7):
        start, end = date(2024, 2, 29) + timedelta(offset), date(2024, 2, 29) + timedelta(offset + 100)
        assert spans(f"病假({start:%Y.%m.%d}-{end:%Y.%m.%d})") == [
            WrittenSpan("病假", WrittenDate(start, "day"), WrittenDate(end, "day"))
        ]
