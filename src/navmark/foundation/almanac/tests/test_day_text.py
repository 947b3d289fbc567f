"""A sentence says until when, and the day is read as it is meant."""

from datetime import date

import pytest

from navmark.foundation.almanac.day_text import day_in

RECEIVED = date(2026, 11, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("请于11月25日前报送", date(2026, 11, 25)),
        ("请于11月25日(周三)下午5点前报送", date(2026, 11, 25)),
        ("11月25日下班前反馈", date(2026, 11, 25)),
        ("2027年1月8日之前提交", date(2027, 1, 8)),
        ("请于1月8日前提交", date(2027, 1, 8)),
        ("截止时间:12月1日", date(2026, 12, 1)),
        ("截至2026年12月1日24时", date(2026, 12, 1)),
        ("报名时间为11月20日至11月26日", date(2026, 11, 26)),
        ("报名时间11月20日-25日", date(2026, 11, 25)),
        ("12月1日召开动员会,11月30日前报名单", date(2026, 11, 30)),
        ("请于本周五前上报", date(2026, 11, 20)),
        ("下周一报送", date(2026, 11, 23)),
        ("每校一篇,月底报送,本月底前", date(2026, 11, 30)),
        ("12月底前报送总结", date(2026, 12, 31)),
        ("下月底前报送总结", date(2026, 12, 31)),
        ("请于2月30日前报送", None),
        ("每月报送一次", None),
        ("2026年度工作总结", None),
    ],
)
def test_the_day_is_that_by_which_it_is_asked_for(sentence, on):
    found = day_in(sentence, received=RECEIVED)
    assert (found.on if found else None) == on
