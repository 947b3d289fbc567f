"""What cannot be true of anybody, refused before the clerk is asked anything.

A date of which only the month is known gets the benefit of the doubt. Where the table is silent the record speaks, but what is
on record alone never holds up a table that says nothing about it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from django.utils.translation import gettext as _

from navmark.foundation.almanac.arithmetic import add_years, months_between
from navmark.foundation.people.importing.details import in_words
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.models import Person, Status, TableKind
from navmark.foundation.tables.cells import WrittenDate, written_date
from navmark.foundation.tables.cells.dates import Precision
from navmark.foundation.tables.headings import normalised
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Problem, Row

AGES = {TableKind.STAFF: (16, 100), TableKind.MEMBERS: (18, 110), TableKind.PUPILS: (4, 20)}
FOUNDED = date(1921, 7, 1)
JOINING_AGE = 18  # 《中国共产党章程》第一条
DATES = ("born", "joined", "full_since")
EMPLOYED = frozenset(
    normalised(heading)
    for heading in (
        "参加工作时间",
        "参加工作日期",
        "入职时间",
        "入职日期",
        "来校时间",
        "来校日期",
        "到校时间",
        "到校日期",
        "调入时间",
    )
)
Fault = tuple[str, str]  # the column's key, or its heading where the column is only kept; what is wrong and how to mend it


def problems_of(
    kind: str, row: Row, person: Person | None, register: KnownPeople, *, on: date, heading_of: Callable[[str], str]
) -> tuple[Problem, ...]:
    """What is impossible in this row about `person` (None: nobody yet, or not known which of several)."""
    faults = list(_in_future(row, on))
    if not faults:
        days = _on_record(person, register) | {key: row.values[key] for key in DATES if key in row.values}
        faults = [*_of_age(kind, row, on), *_before_the_party(row), *_in_order(row, days)]
    return tuple(Problem(heading_of(key) or key, message) for key, message in faults)


def _on_record(person: Person | None, register: KnownPeople) -> dict[str, WrittenDate]:
    if person is None:
        return {}
    precision = cast("Precision", person.born_precision or "day")
    days = {"born": WrittenDate(person.born, precision)} if person.born else {}
    for held in register.statuses[person.pk]:
        key = {Status.PROBATIONARY: "joined", Status.FULL: "full_since"}.get(Status(held.status))
        if key and held.from_day:
            days[key] = WrittenDate(held.from_day, cast("Precision", held.from_precision or "day"))
    return days


def _in_future(row: Row, on: date) -> Iterator[Fault]:
    told = {key: row.values[key] for key in DATES if key in row.values} | _employed(row)
    for key, written in told.items():
        if written.on > on:
            read = row.texts.get(key) or row.extras[key]
            yield (
                key,
                _("“%(read)s” lies in the future; correct the date, or leave the cell blank.") % {"read": read},
            )


def _employed(row: Row) -> dict[str, WrittenDate]:
    """Days of employment are kept as they are written; of those that can be read, none lies ahead."""
    found = {}
    for heading, text in row.extras.items():
        if normalised(heading) in EMPLOYED and (written := _readable(text)):
            found[heading] = written
    return found


def _readable(text: str) -> WrittenDate | None:
    try:
        return written_date(text)
    except CellProblem:
        return None


def _of_age(kind: str, row: Row, on: date) -> Iterator[Fault]:
    born = row.values.get("born")
    if born is None:
        return
    least, most = AGES[TableKind(kind)]
    if add_years(born.on, least) > on or add_years(born.last, most + 1) <= on:
        told = {"read": row.texts["born"], "age": months_between(born.on, on) // 12, "least": least, "most": most}
        message = _(
            "by “%(read)s” the age would be %(age)s, and on this table it is %(least)s to %(most)s; "
            "correct the date, or leave the cell blank."
        )
        yield "born", message % told


def _before_the_party(row: Row) -> Iterator[Fault]:
    for key in ("joined", "full_since"):
        if key in row.values and row.values[key].last < FOUNDED:
            message = _("“%(read)s” lies before July 1921, when the Party was founded; correct the date.")
            yield key, message % {"read": row.texts[key]}


def _in_order(row: Row, days: dict[str, WrittenDate]) -> Iterator[Fault]:
    """Born, at eighteen or later 入党, then 转正."""
    born, joined, full = (days.get(key) for key in DATES)
    told = {key: in_words(written.on, written.precision) for key, written in days.items()}
    if row.values.get("status") == Status.PROBATIONARY and "full_since" in row.values:
        yield (
            "full_since",
            _("the kind of member is “probationary”, yet a day of becoming a full member stands here; correct one."),
        )
    if born and joined and joined.last < add_years(born.on, JOINING_AGE) and _told(row, "born", "joined"):
        message = _("joined on %(joined)s, before the age of 18 (born %(born)s); correct one of the two dates.")
        yield _told(row, "joined", "born"), message % told
    if joined and full and full.last < joined.on and _told(row, "joined", "full_since"):
        message = _("a full member since %(full_since)s, before joining on %(joined)s; correct one of the two dates.")
        yield _told(row, "full_since", "joined"), message % told


def _told(row: Row, *keys: str) -> str:
    """The first of these columns that the row itself fills."""
    return next((key for key in keys if key in row.values), "")
