"""Reads the yearly notice as the State Council's office words it, so that a clerk pastes it and types no date.

> 七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。
"""

import re
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.almanac.holidays import YearNotice

_FULL_WIDTH = str.maketrans({"\uff08": "(", "\uff09": ")", "\uff1a": ":", "\uff0c": ","})
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(\d{4})年")
_HEADING = re.compile(r"^\s*[一二三四五六七八九十]+、\s*([^:\d]{2,12}):", re.MULTILINE)
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_SPAN = re.compile(rf"{_DAY}(?:\s*[至到—–-]+\s*{_DAY})?")


class UnreadableNotice(ValueError):
    """The pasted text holds no holiday arrangement we understand."""


def read_notice(text: str) -> YearNotice:
    """The year's arrangement in a pasted notice. Raises UnreadableNotice with what to paste instead."""
    plain = _IN_BRACKETS.sub("", text.translate(_FULL_WIDTH))
    named_year = _YEAR.search(plain)
    if named_year is None:
        raise UnreadableNotice(_("No year found. Paste the notice with its title, for example “关于2027年部分节假日安排的通知”."))
    year = int(named_year.group(1))
    off, work = [], []
    for name, body in _holidays(plain):
        for sentence in body.split("。"):
            spans = _spans(sentence, year)
            if "上班" in sentence:
                work += [starts for starts, _ends in spans]
            elif "放假" in sentence:
                off += [(name, starts, ends) for starts, ends in spans]
    if not off:
        raise UnreadableNotice(_("No days off found. Paste the whole text, from “一、元旦” to the last holiday."))
    return YearNotice.of_spans(year, off, work)


def _holidays(text: str) -> list[tuple[str, str]]:
    """(name, text) of each numbered paragraph."""
    parts = _HEADING.split(text)[1:]
    return [(name.strip(), body) for name, body in zip(parts[::2], parts[1::2], strict=True)]


def _spans(sentence: str, year: int) -> list[tuple[date, date]]:
    """Every day or range in a sentence; a month or year left out is the one named before."""
    found, month = [], 0
    for match in _SPAN.finditer(sentence):
        first_year, first_month, first_day, last_year, last_month, last_day = match.groups()
        year, month = int(first_year or year), int(first_month or month)
        starts = ends = _date(year, month, int(first_day))
        if last_day:
            year, month = int(last_year or year), int(last_month or month)
            ends = _date(year, month, int(last_day))
        if not 0 <= (ends - starts).days <= 15:
            raise UnreadableNotice(_("“%(text)s” is not a span of days.") % {"text": match.group()})
        found.append((starts, ends))
    return found


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableNotice(
            _("There is no day %(month)s-%(day)s in %(year)s.") % {"month": month, "day": day, "year": year}
        ) from None
