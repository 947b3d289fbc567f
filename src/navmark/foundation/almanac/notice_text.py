"""Reads a notice as the State Council's office words it, so that a clerk pastes it and types no date.

> 七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。

A year's notice names every holiday. A later one may change a single holiday of it, or prolong it: it is read onto what is known.
However the text was copied: on one line, broken within a sentence, in full width.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.almanac.holidays import YearNotice
from navmark.foundation.ui.refusals import Refusal

_NUMBERED = re.compile(r"\(([一二三四五六七八九十]+)\)")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(\d{4})年")
_HEADING = re.compile(r"[一二三四五六七八九十]+、([^:\d。,]{2,20}):")
_OF_ONE_HOLIDAY = re.compile(r"关于(?:调整)?(?:\d{4}年)?(.+?)(?:放假|假期|调休)")
_SAID_OF_DAYS = re.compile(r"(.*?)(放假|上班)")
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_SPAN = re.compile(rf"{_DAY}(?:[至到~—–-]+{_DAY})?")
LONGEST = 15  # days between the first and the last of a span
_PROLONGED = re.compile(rf"延长(?:\d{{4}}年)?(\D+?)假期(?:至|到){_DAY}")


class UnreadableNotice(Refusal):
    """The pasted text holds no holiday arrangement we understand."""


def read_notice(text: str, *, known: Mapping[int, YearNotice]) -> YearNotice:
    """The year's arrangement after this notice; `known` are the years' notices before it.

    Raises UnreadableNotice with what to paste instead.
    """
    plain = _plain(text)
    named_year = _YEAR.search(plain)
    if named_year is None:
        raise UnreadableNotice(_("No year found. Paste the notice with its title, for example “关于2027年部分节假日安排的通知”."))
    year, title = int(named_year.group(1)), plain.partition("通知")[0]
    prolonged = _PROLONGED.search(plain)
    if prolonged is not None:
        return _prolong(prolonged, year, known)
    holidays = _holidays(plain)
    one = _OF_ONE_HOLIDAY.search(title)
    if one is not None and (not holidays or "调整" in title):
        change = _arranged(year, holidays or [(one.group(1), plain.partition("通知")[2])])
        return _known(year, one.group(1), known).amended(change)
    return _arranged(year, holidays)


def _plain(text: str) -> str:
    """One line in half width, without blanks and what stands in brackets."""
    half_width = "".join(unicodedata.normalize("NFKC", text).split())
    return _IN_BRACKETS.sub("", _NUMBERED.sub(r"\1、", half_width))


def _holidays(plain: str) -> list[tuple[str, str]]:
    """(name, text) of each numbered paragraph."""
    parts = _HEADING.split(plain)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _arranged(year: int, holidays: list[tuple[str, str]]) -> YearNotice:
    off, work = [], []
    for name, body in holidays:
        for days, verb in _SAID_OF_DAYS.findall(body):
            spans = _spans(days, year)
            if verb == "放假":
                off += [(name, starts, ends) for starts, ends in spans]
            else:
                work += [(name, starts) for starts, _ends in spans]
    if not off:
        raise UnreadableNotice(_("No days off found. Paste the whole text, from “一、元旦” to the last holiday."))
    return YearNotice.of_spans(year, off, work)


def _prolong(found: re.Match[str], year: int, known: Mapping[int, YearNotice]) -> YearNotice:
    holiday, other_year, month, day = found.groups()
    notice = _known(year, holiday, known)
    last = notice.last_day_of(holiday)
    if last is None:
        raise _unknown(year, holiday)
    until = _date(int(other_year or year), int(month or last.month), int(day))
    if not 0 <= (until - last).days <= LONGEST:
        raise _no_span(found.group())
    return notice.prolonged(holiday, until=until)


def _known(year: int, holiday: str, known: Mapping[int, YearNotice]) -> YearNotice:
    if year not in known:
        raise _unknown(year, holiday)
    return known[year]


def _unknown(year: int, holiday: str) -> UnreadableNotice:
    words = _(
        "This changes %(holiday)s only, and no notice for %(year)s is known yet: paste the year's notice first, then this one."
    )
    return UnreadableNotice(words % {"holiday": holiday, "year": year})


def _no_span(text: str) -> UnreadableNotice:
    return UnreadableNotice(_("“%(text)s” is not a span of days.") % {"text": text})


def _spans(text: str, year: int) -> list[tuple[date, date]]:
    """Every day or range in a text; a month or year left out is the one named before."""
    found, month = [], 0
    for match in _SPAN.finditer(text):
        first_year, first_month, first_day, last_year, last_month, last_day = match.groups()
        year, month = int(first_year or year), int(first_month or month)
        starts = ends = _date(year, month, int(first_day))
        if last_day:
            year, month = int(last_year or year), int(last_month or month)
            ends = _date(year, month, int(last_day))
        if not 0 <= (ends - starts).days <= LONGEST:
            raise _no_span(match.group())
        found.append((starts, ends))
    return found


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableNotice(
            _("There is no day %(month)s-%(day)s in %(year)s.") % {"month": month, "day": day, "year": year}
        ) from None
