"""How a period is called on screen and on paper, in the reader's language."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _


def period_label(kind: str, key: str, lang: str | None = None) -> str:
    return _label(kind, key, lang or get_language())


@lru_cache(maxsize=500)
def _label(kind: str, key: str, lang: str | None) -> str:
    with override(lang):
        return _WORDS[kind](key)


def _day(key: str) -> str:
    return date_format(date.fromisoformat(key), "DATE_FORMAT")


def _month(key: str) -> str:
    return date_format(date.fromisoformat(f"{key}-01"), "YEAR_MONTH_FORMAT")


def _quarter(key: str) -> str:
    names = {
        "1": _("First quarter of %(year)s"),
        "2": _("Second quarter of %(year)s"),
        "3": _("Third quarter of %(year)s"),
        "4": _("Fourth quarter of %(year)s"),
    }
    year, number = key.split("-Q")
    return names[number] % {"year": year}


def _half(key: str) -> str:
    names = {"1": _("First half of %(year)s"), "2": _("Second half of %(year)s")}
    year, number = key.split("-H")
    return names[number] % {"year": year}


def _year(key: str) -> str:
    return _("Year %(year)s") % {"year": key}


def _party_year(key: str) -> str:
    return _("Party year %(year)s") % {"year": key.removeprefix("party-")}


def _school_year(key: str) -> str:
    return _("School year %(first)s—%(second)s") % dict(zip(("first", "second"), key.split("-"), strict=True))


def _term(key: str) -> str:
    names = {"1": _("First term of %(first)s—%(second)s"), "2": _("Second term of %(first)s—%(second)s")}
    first, second, number = key.split("-")
    return names[number] % {"first": first, "second": second}


def _week(key: str) -> str:
    term, number = key.rsplit("-W", 1)
    return _("%(term)s, week %(number)s") % {"term": _term(term), "number": int(number)}


_WORDS = {
    "day": _day,
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "year": _year,
    "party_year": _party_year,
    "school_year": _school_year,
    "term": _term,
}
