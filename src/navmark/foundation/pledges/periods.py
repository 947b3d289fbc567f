"""For which periods a word is owed: of plain values, without a row."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.cadence.spans import Span, spans

TO_BEGIN = timedelta(days=14)  # whoever takes something on at the end of a term is asked in the next one
ASKED = 2  # this period and the one before: nobody makes up for what is older


@dataclass
class Every:
    """As `spans` asks for it: of no yearly fixed day."""

    period: str
    fixed: tuple[int, int] | None = None
    weeks: Collection[int] = ()
    rests: bool = False


def owed(every: str, on: date, calendar: SchoolCalendar, *, since: date, said: Collection[date]) -> list[Span]:
    """The periods that have begun by `on`, of which enough was left from `since`, and in which no word was `said`; the two latest
    at most."""
    if not every:
        return []
    begun = [one for one in spans(Every(every), on, calendar, {}, since=since) if one.opens_on <= on][-ASKED:]
    return [one for one in begun if not _before(one, since) and not any(_holds(one, day) for day in said)]


def _before(span: Span, since: date) -> bool:
    """Whether so little of it was left that nobody has anything to tell."""
    return span.due_on is not None and span.due_on < since + TO_BEGIN


def _holds(span: Span, day: date) -> bool:
    return span.opens_on <= day <= span.ends_on
