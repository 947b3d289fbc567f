"""Reads the day until which something is to be done, as people write it in a sentence.

> 请于11月27日17:00前报送 · 截止时间:12月1日 · 报名时间为11月20日至26日 · 下周一反馈 · 本月底前
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from navmark.foundation.almanac.arithmetic import WEEK, add_months, monday_of, month_end
from navmark.foundation.ui.dates import WEEKDAYS

_LONG_PAST = timedelta(days=60)  # a day this far back is of the next year
_DAY = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)(?P<day>\d{1,2})[日号]"
_WEEKDAY_SAID = "(?:[(]?(?:周|星期)[一二三四五六日天][)]?)?"
_HOUR_SAID = r"(?:(?:上午|中午|下午|晚上?)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分|半)?)|下班)?"
_UNTIL = f"{_WEEKDAY_SAID}{_HOUR_SAID}(?:之?前|以前|底前|截止|止)"
_BY_DAY = re.compile(_DAY + _UNTIL)
_SPAN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<first>\d{1,2})月\d{1,2}日?\s*(?:至|到|-|—|~)\s*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
)
_SAID_BEFORE = re.compile(r"(?:截止|截至|最迟|不晚于|期限|时限)[^\d]{0,8}" + _DAY)
_ANY = re.compile(_DAY)
_WEEKDAY = re.compile(r"(?P<which>本|这|下)(?:周|星期)(?P<day>[一二三四五六日天])")
_MONTH_END = re.compile(r"(?:(?P<month>\d{1,2})|(?P<which>本|下|当))月底")


@dataclass(frozen=True)
class ReadDay:
    """A day, and where it was read. `assumed`: its year was not written, or it counts from the day of receipt."""

    on: date
    said: str
    assumed: bool


def day_in(sentence: str, *, received: date) -> ReadDay | None:
    """The day by which it is asked for: one with 前 or 截止, or the last of a span, before any other. None where none is written
    or none exists."""
    plain = unicodedata.normalize("NFKC", sentence)
    found = _BY_DAY.search(plain) or _SPAN.search(plain) or _SAID_BEFORE.search(plain)
    try:
        if found is None and (on := _counted(plain, received)):
            return ReadDay(on, sentence, assumed=True)
        found = found or _ANY.search(plain)
        return ReadDay(_written(found.groupdict(), received), sentence, assumed=not found["year"]) if found else None
    except ValueError:
        return None


def _written(said: Mapping[str, str | None], received: date) -> date:
    """Raises ValueError for a day that does not exist."""
    month, day = int(said["month"] or said["first"] or 0), int(said["day"] or 0)
    if said["year"]:
        return date(int(said["year"]), month, day)
    on = date(received.year, month, day)
    return on if on >= received - _LONG_PAST else date(received.year + 1, month, day)


def _counted(plain: str, received: date) -> date | None:
    """From the week or month of receipt. Raises ValueError for a month that does not exist."""
    if found := _WEEKDAY.search(plain):
        weekday = WEEKDAYS.index(found["day"].replace("天", "日"))
        return monday_of(received) + timedelta(days=weekday) + WEEK * (found["which"] == "下")
    if found := _MONTH_END.search(plain):
        if not found["month"]:
            return month_end(add_months(received.replace(day=1), found["which"] == "下"))
        month = int(found["month"])
        return month_end(date(received.year + (month < received.month - 2), month, 1))
    return None
