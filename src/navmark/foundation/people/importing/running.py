"""One import from a table to the school's record: preview and commit are the same run, of which the second is written."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.actions import record
from navmark.foundation.people.accounts import shut_out
from navmark.foundation.people.importing.details import take_details
from navmark.foundation.people.importing.matching import NUMBERS, Match, Matcher, shared
from navmark.foundation.people.importing.members import check_member, member_columns, take_member
from navmark.foundation.people.importing.plausible import problems_of
from navmark.foundation.people.importing.pupils import check_pupil, pupil_columns, take_pupil
from navmark.foundation.people.importing.register import Register
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.staff import staff_columns, take_staff
from navmark.foundation.people.models import ImportAnswer, Person, RememberedHeading, SheetKind
from navmark.foundation.people.queries import is_member_on
from navmark.foundation.sheets import preview as sheets
from navmark.foundation.sheets.headings import Column
from navmark.foundation.sheets.mapping import Mapping, map_headings
from navmark.foundation.sheets.preview import Change, Outcome, Report, Verdict
from navmark.foundation.sheets.refusals import CellProblem, Refused
from navmark.foundation.sheets.rows import Problem, Row, Rows, parse_rows
from navmark.foundation.sheets.table import Table
from navmark.foundation.tenancy.models import School


@dataclass(frozen=True)
class Kind:
    label: Promise
    columns: Callable[[], tuple[Column, ...]]
    take: Callable[[Setting, Person, Row], list[Change]]
    check: Callable[[Setting, Sequence[Person], Row], None] | None = None  # what no answer about the person could mend


KINDS = {
    SheetKind.STAFF: Kind(_("staff"), staff_columns, take_staff),
    SheetKind.MEMBERS: Kind(_("Party members"), member_columns, take_member, check_member),
    SheetKind.PUPILS: Kind(_("pupils"), pupil_columns, take_pupil, check_pupil),
}


@dataclass(frozen=True)
class Sheet:
    """What is imported: a table, what it is about, and the school year its grades belong to."""

    kind: str
    table: Table
    mapping: Mapping
    school_year: int


def remembered(kind: str) -> dict[str, str]:
    return dict(RememberedHeading.objects.filter(kind=kind).values_list("heading", "field"))


def sheet_of(kind: str, table: Table, *, school_year: int, chosen: dict[str, str] | None = None) -> Sheet:
    """The table with its headings understood: as chosen now, as remembered from last time, as their aliases say."""
    columns = KINDS[SheetKind(kind)].columns()
    mapping = map_headings(table, columns, remembered(kind))
    return Sheet(kind, table, mapping.overridden(chosen, columns) if chosen else mapping, school_year)


class Run:
    """One pass over the rows. `answers`: fingerprint of a row -> person id or "new", as the clerk just said."""

    def __init__(self, sheet: Sheet, *, school: School, on: date, answers: dict[str, str] | None = None) -> None:
        self.sheet, self.kind = sheet, KINDS[SheetKind(sheet.kind)]
        self.register = Register(in_use_since=school.in_use_since)
        self.matcher = Matcher(sheet.kind, self.register, answers or {})
        rows = parse_rows(sheet.table, sheet.mapping, self.kind.columns())
        named = frozenset(row.values["branch"] for row in rows.rows if "branch" in row.values)
        self.setting = Setting(self.register, on, sheet.school_year, named)
        self._matches: dict[int, Match] = {}
        self.report: Report = sheets.preview(rows, self._verdict, about=self._about, keys=self._keys, same=self._same)

    def _match(self, row: Row) -> Match:
        if row.number not in self._matches:
            self._matches[row.number] = self.matcher.match(row)
        return self._matches[row.number]

    def _about(self, row: Row) -> str:
        return row.texts.get("name", "")

    def _keys(self, row: Row) -> Iterator[Hashable]:
        yield from ((field, row.values[field]) for field in NUMBERS if field in row.values)
        if "name" in row.values and (key := self._match(row).key) is not None:
            yield "", key

    def _same(self, key: Any, row: Row, number: int, name: str) -> Problem:
        field, value = key
        return shared(self.sheet.mapping.heading_of(field) if field else "", str(value), row, number, name)

    def _verdict(self, row: Row) -> Verdict:
        match = self._match(row)
        if problems := self._impossible(row, match):
            return Verdict(Outcome.PROBLEM, problems=problems)
        if match.question:
            return Verdict(Outcome.QUESTION, question=match.question)
        if match.problem:
            return Verdict(Outcome.PROBLEM, problems=(Problem("", match.problem),))
        person = match.person or Person(name=row.values["name"])
        is_new = match.person is None
        try:
            changes = take_details(person, row)
            if is_new:
                self.register.add_person(person)
            dated = self.kind.take(self.setting, person, row)
        except CellProblem as problem:
            return Verdict(Outcome.PROBLEM, problems=(Problem("", str(problem)),))
        if changes and not is_new:
            self.register.change_person(person)
        self._remember(match, person)
        outcome = Outcome.NEW if is_new else Outcome.CHANGED if changes or dated else Outcome.UNCHANGED
        return Verdict(outcome, tuple(dated if is_new else [*changes, *dated]))

    def _impossible(self, row: Row, match: Match) -> tuple[Problem, ...]:
        """Errors come before questions: a clerk who has answered is not told then that the row was wrong all along."""
        on, heading_of = self.setting.on, self.sheet.mapping.heading_of
        problems = problems_of(self.sheet.kind, row, match.person, self.register, on=on, heading_of=heading_of)
        try:
            if self.kind.check:
                self.kind.check(self.setting, match.people, row)
        except CellProblem as problem:
            return (*problems, Problem("", str(problem)))
        return problems

    def _remember(self, match: Match, person: Person) -> None:
        if match.answer and match.answer not in self.register.answers:
            self.register.add(ImportAnswer(kind=self.sheet.kind, fingerprint=match.answer, person=person))

    @property
    def answered(self) -> list[str]:
        """The fingerprints of rows that are taken as somebody once said."""
        return [match.answer for match in self._matches.values() if match.answer and not match.question]

    def marks(self) -> dict[int, str]:
        """Row number -> the fingerprint under which an answer about it is kept."""
        return {number: match.answer for number, match in self._matches.items() if match.answer}


@transaction.atomic
def commit(
    sheet: Sheet,
    shown: str,
    *,
    school: School,
    by: Person | None,
    at: datetime,
    on: date,
    answers: dict[str, str] | None = None,
) -> Report:
    """Write what the preview with the digest `shown` promised, all or nothing, with one entry in the trail.

    A repeat leaves every row alone. Raises Refused when rows are still open, or when the record has changed since the preview.
    """
    run = Run(sheet, school=school, on=on, answers=answers)
    if run.report.ready and shown != run.report.digest:
        raise Refused(gettext("Meanwhile the school's own entries have changed. Look at the preview again."))
    # What is due stands in the register already; ten thousand rows are not kept for the time of writing.
    sheets.commit(run.report, run.report, Rows([], {}), lambda _rows: run.register.write())
    for person in run.register.leavers():
        if not is_member_on(person, on):
            shut_out(person, at=at)
    _remember_headings(sheet)
    counts: dict[str, Any] = {outcome.value: count for outcome, count in run.report.counts.items() if count}
    record("people.imported", by=by, at=at, what=sheet.kind, file=sheet.table.name, **counts)
    return run.report


def _remember_headings(sheet: Sheet) -> None:
    known = remembered(sheet.kind)
    told = {heading: key for heading, key in sheet.mapping.remembered().items() if known.get(heading) != key}
    rows = [RememberedHeading(kind=sheet.kind, heading=heading[:100], field=key) for heading, key in told.items()]
    RememberedHeading.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "kind", "heading"], update_fields=["field"]
    )
