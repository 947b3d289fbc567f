"""Dates and numbers as they stand on a Chinese page; sensible English in English."""

import re
from calendar import month_abbr
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import get_language

WEEKDAYS = "一二三四五六日"


def _chinese() -> bool:
    return (get_language() or "zh").startswith("zh")


def cn_date(day: date | None) -> str:
    """11月20日(周五); the year stands in front when it is not this one."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    if not _chinese():
        return f"{day:%a} {day.day} {day:%b} {day.year}"
    year = "" if day.year == timezone.localdate().year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日(周{WEEKDAYS[day.weekday()]})"


def cn_month(number: int) -> str:
    """11月; Nov in English, as it stands in days."""
    return f"{number}月" if _chinese() else month_abbr[number]


def cn_day(day: date | None, precision: str = "day") -> str:
    """1993年9月21日, as days stand on a file: with the year, without the weekday; 1993年9月 where no more is known."""
    if day is None:
        return ""
    if not _chinese():
        return {"year": f"{day.year}", "month": f"{day:%b} {day.year}"}.get(precision, f"{day.day} {day:%b} {day.year}")
    return {"year": f"{day.year}年", "month": f"{day.year}年{day.month}月"}.get(
        precision, f"{day.year}年{day.month}月{day.day}日"
    )


def _known(day: date, precision: str) -> str:
    if precision not in ("month", "year"):
        return cn_day(day)
    if not _chinese():
        return f"{day:%Y-%m}" if precision == "month" else f"{day:%Y}"
    return f"{day.year}年{day.month}月" if precision == "month" else f"{day.year}年"


def cn_days(first: date | None, last: date | None, precision: str = "") -> str:
    """2019年6月20日—2020年6月19日; 2020年6月20日起 while it lasts; 至2020年6月19日 where the first day is not known.

    `precision`: "month" or "year" where no more of the first day is known: 2020年6月起.
    """
    begun = _known(first, precision) if first else ""
    if first and last:
        return f"{begun}—{cn_day(last)}"
    if first:
        return f"{begun}起" if _chinese() else f"since {begun}"
    return (f"至{cn_day(last)}" if _chinese() else f"until {cn_day(last)}") if last else ""


def cn_datetime(at: datetime | None) -> str:
    """11月20日(周五)16:30."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{cn_date(local.date())}{'' if _chinese() else ' '}{local:%H:%M}"


def cn_span(start: datetime | None, end: datetime | None) -> str:
    """11月20日(周五)16:30—17:30; the day alone where no hour was said: it begins with its day, and nobody knows until when."""
    if start is not None and end is None and timezone.localtime(start).time() == time.min:
        return cn_date(timezone.localtime(start).date())
    if start is None or end is None:
        return cn_datetime(start)
    local = timezone.localtime(end)
    same_day = timezone.localtime(start).date() == local.date()
    return f"{cn_datetime(start)}—{local:%H:%M}" if same_day else f"{cn_datetime(start)}—{cn_datetime(end)}"


def year_in(text: str, *, otherwise: int) -> int:
    """The year that an address asks for, or another where it asks for none that a school could mean."""
    return int(text) if re.fullmatch("20[0-9]{2}", text) else otherwise
