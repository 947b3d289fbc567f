"""The days off that stand in the law itself, before a year's notice says which days go with them.

《全国年节及纪念日放假办法》第二条 as amended on 10 November 2024: thirteen days. Which workday replaces one that falls on a
weekend, and which weekend is worked, only the notice says: until then these days are provisional too.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import chinese_calendar

IN_FORCE_SINCE = 2025
_LUNAR = Path(__file__).parent / "data" / "lunar-days.toml"
_SAME_DATE_EVERY_YEAR = {"元旦": ((1, 1),), "劳动节": ((5, 1), (5, 2)), "国庆节": ((10, 1), (10, 2), (10, 3))}
_NEW_YEAR = range(-1, 3)  # the eve and the first three days


@cache
def days_off(year: int) -> Mapping[date, str]:
    """A year's statutory days off, by day; two that fall together share their names. Lunar ones as far as the table goes."""
    found: dict[date, str] = {}
    if year >= IN_FORCE_SINCE:
        for name, day in (*_of_the_sun(year), *_of_the_moon(year)):
            found[day] = f"{found[day]}、{name}" if day in found else name
    return found


def _of_the_sun(year: int) -> Iterator[tuple[str, date]]:
    for name, days in _SAME_DATE_EVERY_YEAR.items():
        yield from ((name, date(year, *day)) for day in days)
    if year <= 2100:  # as far as the library computes
        terms = chinese_calendar.get_solar_terms(date(year, 4, 1), date(year, 4, 10))
        yield from (("清明节", day) for day, name in terms if name == "清明")


def _of_the_moon(year: int) -> Iterator[tuple[str, date]]:
    for name, day in ((name, day) for name, days in _lunar_days().items() for day in days if day.year == year):
        offsets = _NEW_YEAR if name == "春节" else range(1)
        yield from ((name, day + timedelta(days=n)) for n in offsets)


@cache
def _lunar_days() -> dict[str, list[date]]:
    return tomllib.loads(_LUNAR.read_text(encoding="utf-8"))
