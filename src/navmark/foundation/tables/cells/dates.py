"""Days, months and years as they are written in tables, and periods named inside a remark.

A month may be all that is known (出生年月), so a date carries its precision. "1986.1" is asked back: a spreadsheet turns 1986.10
into it, so that it may be January or October.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from ..refusals import CellProblem
from .plain import is_nothing, numeral, plain

Precision = Literal["day", "month", "year"]
EXCEL_DAY_ZERO = date(1899, 12, 30)
EXAMPLE = "2026-11-20"
YEARS = range(1900, 2101)
TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$|\((周|星期)?[一二三四五六日天]\)$|(周|星期)[一二三四五六日天]$")
COMPACT = re.compile(r"(\d{4})(\d{2})?(\d{2})?")
SERIAL = re.compile(r"([1-9]\d{4})(\.\d+)?")
MARKED = re.compile(r"(\d{4})[-/.、年](?:(\d{1,2})(?:[-/.、月](?:(\d{1,2})[日号]?)?)?)?")
IN_YEAR = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
NUMERAL = re.compile(r"[零〇○一二三四五六七八九十]+(?=[年月日号])")


@dataclass(frozen=True)
class WrittenDate:
    """`on` is the first day of what is known; `last` the last one (a month's or a year's end)."""

    on: date
    precision: Precision

    @property
    def last(self) -> date:
        if self.precision == "day":
            return self.on
        month = 12 if self.precision == "year" else self.on.month
        return date(self.on.year, month, monthrange(self.on.year, month)[1])


def written_date(read: str) -> WrittenDate | None:
    return _date(read, year=None)


def date_of_year(year: int) -> Callable[[str], WrittenDate | None]:
    """For tables of one year, where "11月20日" says enough."""
    return lambda read: _date(read, year=year)


def _date(read: str, *, year: int | None) -> WrittenDate | None:
    written = _plain_date(read)
    if is_nothing(written):
        return None
    if found := SERIAL.fullmatch(written):
        return _counted(int(found[1]), read)
    if re.fullmatch(r"\d{4}\.1", written):
        example = {"read": read, "january": f"{written[:4]}-01", "october": f"{written[:4]}-10"}
        raise CellProblem(_("“%(read)s” may be January or October; write %(january)s or %(october)s.") % example)
    if found := COMPACT.fullmatch(written) or MARKED.fullmatch(written):
        year_read, month, day = (int(part) if part else None for part in found.groups())
        return _day(year_read or 0, month, day, read=read)
    found = IN_YEAR.fullmatch(written)
    if found and year and not re.fullmatch(r"\d{1,2}\.[123]", written):
        return _day(year, int(found[1]), int(found[2]), read=read)
    if found and "月" in written:
        message = _("“%(read)s” does not say the year; write it like %(example)s.")
        raise CellProblem(message % {"read": read, "example": EXAMPLE})
    raise _no_date(read)


def _no_date(read: str) -> CellProblem:
    return CellProblem(_("“%(read)s” is not a date; write it like %(example)s.") % {"read": read[:30], "example": EXAMPLE})


def _plain_date(read: str) -> str:
    written = re.sub(r"[–—−]", "-", plain(read)).lstrip("'")
    written = NUMERAL.sub(lambda found: str(numeral(found[0])), TIME.sub("", written))
    return re.sub(r"\s+", "", written).rstrip("-") if not is_nothing(plain(read)) else ""


def _counted(days: int, read: str) -> WrittenDate:
    """A day as a spreadsheet counts it, from the end of 1899."""
    on = EXCEL_DAY_ZERO + timedelta(days=days)
    if on.year not in YEARS:
        raise _no_date(read)
    return WrittenDate(on, "day")


def _day(year: int, month: int | None, day: int | None, *, read: str) -> WrittenDate:
    precision: Precision = "day" if day is not None else "month" if month is not None else "year"
    try:
        on = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as fault:
        raise CellProblem(_("“%(read)s” does not exist in the calendar; correct it.") % {"read": read}) from fault
    if year not in YEARS:
        raise CellProblem(_("“%(read)s” is too far from today; correct the year.") % {"read": read})
    if precision == "day" and (on - EXCEL_DAY_ZERO).days in YEARS:
        told = {"read": read, "year": (on - EXCEL_DAY_ZERO).days}
        raise CellProblem(
            _("“%(read)s” is what a cell for dates makes of the year %(year)s; make the cell text and write %(year)s.") % told
        )
    return WrittenDate(on, precision)


# Periods in remarks: 支教(2025年9月至2027年7月), 借调(2026年3月起), 病假2026.9.1-2026.12.31

DATE = r"\d{4}(?:[-/.年]\d{1,2}(?:[-/.月](?:\d{1,2}[日号]?)?)?|年)"
DATE_OR_PART = rf"(?:{DATE}|\d{{1,2}}月(?:\d{{1,2}}[日号]?)?|\d{{1,2}}[日号])"
PERIOD = re.compile(rf"({DATE})(?:(?:至|到|-|~|〜)({DATE_OR_PART}|今)?|起|以来|开始)?")


@dataclass(frozen=True)
class WrittenSpan:
    """One absence or office named in a remark: its kind as written, from, to; None where no day is named."""

    kind: str
    start: WrittenDate | None = None
    end: WrittenDate | None = None


def spans(read: str) -> list[WrittenSpan]:
    """The periods in a remark, in order. A part without a date keeps its words alone (已退休)."""
    written = re.sub(r"[–—−]+", "-", plain(read))
    return [_span(part.strip()) for part in re.split(r"[;；。\n]", written) if part.strip()]


def _span(part: str) -> WrittenSpan:
    compact = re.sub(r"\s+", "", part)
    found = PERIOD.search(compact)
    if not found:
        return WrittenSpan(part)
    kind = re.sub(r"\(\)|[(),,::]", "", compact[: found.start()] + compact[found.end() :]).removeprefix("自").strip("自从于,:(")
    start = _date(found[1], year=None)
    end = found[2]
    return WrittenSpan(kind, start, None if not end or end == "今" else _date(_with_year(end, found[1]), year=None))


def _with_year(end: str, start: str) -> str:
    """ "12月31日" after "2026年9月1日" is of the same year, "20日" of the same month."""
    if re.match(r"\d{4}", end):
        return end
    return f"{start[:4]}年{end}" if "月" in end else re.sub(r"\d{1,2}[日号]?$", end, start)
