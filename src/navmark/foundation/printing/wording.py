"""How numbers, days and names are written on paper. What is not known becomes a place to fill in by hand."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone

from navmark.foundation.ui import numerals
from navmark.foundation.ui.dates import WEEKDAYS

GAP = "\u3000"
NONE = "无"
NO_DAY = f"{GAP * 2}年{GAP}月{GAP}日"


def numeral(number: int) -> str:
    """As headings count: in Chinese numerals, and in digits beyond the last of them; a sheet never fails for its length."""
    return numerals.numeral(number) if 1 <= number <= numerals.LAST else str(number)


def day(on: date | None) -> str:
    return f"{on.year}年{on.month}月{on.day}日" if on else ""


def moment(at: datetime | None) -> str:
    return f"{day(local(at))}{local(at):%H:%M}" if at else ""


def span(start: datetime | None, end: datetime | None) -> str:
    """2026年11月20日(星期五)16:30—17:40; the day alone where it begins with its day and nobody said until when."""
    if start is None:
        return f"{GAP * 3}年{GAP * 2}月{GAP * 2}日（星期{GAP}）{GAP * 2}时{GAP * 2}分至{GAP * 2}时{GAP * 2}分"
    first = local(start)
    whole = f"{day(first)}（星期{WEEKDAYS[first.weekday()]}）"
    if end is None and first.time() == time.min:
        return whole
    text = f"{whole}{first:%H:%M}"
    if end is None:
        return f"{text}—"
    last = local(end)
    return f"{text}—{last:%H:%M}" if last.date() == first.date() else f"{text}—{day(last)}{last:%H:%M}"


def local(at: datetime) -> datetime:
    return timezone.localtime(at) if timezone.is_aware(at) else at


def count(number: int | None, unit: str = "") -> str:
    return "" if number is None else f"{number}{unit}"


def names(people: Iterable[str]) -> str:
    return "、".join(people)
