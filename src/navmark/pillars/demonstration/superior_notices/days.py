"""The day until which something is to be done, as notices write it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

_LONG_PAST = timedelta(days=60)  # a day this far back is of the next year
_DAY = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)(?P<day>\d{1,2})[日号]"
_WEEKDAY_SAID = "(?:[(]?(?:周|星期)[一二三四五六日天][)]?)?"
_HOUR_SAID = r"(?:(?:上午|中午|下午|晚上?)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分|半)?)|下班)?"
_UNTIL = f"{_WEEKDAY_SAID}{_HOUR_SAID}(?:之?前|以前|底前|截止|止)"
_BY_DAY = re.compile(_DAY + _UNTIL)
_SAID_BEFORE = re.compile(r"(?:截止|截至|最迟|不晚于|期限|时限)[^\d]{0,8}" + _DAY)
_SPAN = re.compile(r"\d{1,2}月\d{1,2}日?\s*(?:至|到|-|—|~)\s*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
_ANY = re.compile(_DAY)
_WEEKDAY = re.compile(r"(?P<which>本|这|下)(?:周|星期)(?P<day>[一二三四五六日天])")
_MONTH_END = re.compile(r"(?:(?P<month>\d{1,2})|(?P<which>本|下|当))月底")
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class ReadDay:
    """A day, and where it was read. `assumed`: its year was not written, or it counts from the day of receipt."""

    on: date
    said: str
    assumed: bool


def day_in(sentence: str, *, received: date) -> ReadDay | None:
    """The day by which it is asked for: one with 前 or 截止 before any other. None where none is written or none exists."""
    plain = unicodedata.normalize("NFKC", sentence)
    span = _SPAN.search(plain)
    if span is not None and not _BY_DAY.search(plain):
        return _end_of(span, sentence, received)
    found = _BY_DAY.search(plain) or _SAID_BEFORE.search(plain)
    if found is None and (relative := _relative(plain, received)):
        return ReadDay(relative, sentence, assumed=True)
    found = found or _ANY.search(plain)
    return _of(found.group("year"), found.group("month"), found.group("day"), sentence, received) if found else None


def _end_of(span: re.Match[str], sentence: str, received: date) -> ReadDay | None:
    first = _ANY.search(span.string)
    month = span.group("month") or re.match(r"\d{1,2}", span.group()).group()  # type: ignore[union-attr]
    return _of(first.group("year") if first else None, month, span.group("day"), sentence, received)


def _of(year: str | None, month: str, day: str, sentence: str, received: date) -> ReadDay | None:
    try:
        if year:
            return ReadDay(date(int(year), int(month), int(day)), sentence, assumed=False)
        on = date(received.year, int(month), int(day))
        if on < received - _LONG_PAST:
            on = date(received.year + 1, int(month), int(day))
    except ValueError:
        return None
    return ReadDay(on, sentence, assumed=True)


def _relative(sentence: str, received: date) -> date | None:
    if found := _WEEKDAY.search(sentence):
        monday = received - timedelta(days=received.weekday())
        ahead = 7 if found.group("which") == "下" else 0
        return monday + timedelta(days=_WEEKDAYS.index(found.group("day").replace("天", "日")) + ahead)
    if found := _MONTH_END.search(sentence):
        return _last_day(found, received)
    return None


def _last_day(found: re.Match[str], received: date) -> date | None:
    month = int(found.group("month") or (received.month + (found.group("which") == "下")))
    if not 1 <= month <= 13:
        return None
    year = received.year + (1 if found.group("month") and month < received.month - 2 else 0) + (month == 13)
    month = 1 if month == 13 else month
    after = date(year + (month == 12), month % 12 + 1, 1)
    return after - timedelta(days=1)
