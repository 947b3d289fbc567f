"""One pass over the rows of a table: whom each is about, and what it would change. Preview and commit are the same run."""

from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any

from navmark.foundation.people.importing.bulk import rare_collections
from navmark.foundation.people.importing.details import take_details
from navmark.foundation.people.importing.intake import KINDS, Intake
from navmark.foundation.people.importing.matching import NUMBERS, Match, Matcher, shared
from navmark.foundation.people.importing.plausible import problems_of
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.showing import Showing
from navmark.foundation.people.models import ImportAnswer, Person, TableKind
from navmark.foundation.tables import preview as tables
from navmark.foundation.tables.preview import Report, RowOutcome, RowVerdict
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Problem, Row, parse_rows
from navmark.foundation.tenancy.models import School


class Run:
    """One pass over the rows. `answers`: fingerprint of a row -> person id or "new", as the clerk just said.

    `shows`: the report holds what was read in each row, for somebody to look at.
    """

    @rare_collections()
    def __init__(
        self, intake: Intake, *, school: School, on: date, answers: dict[str, str] | None = None, shows: bool = False
    ) -> None:
        self.intake, self.kind = intake, KINDS[TableKind(intake.kind)]
        self.register = KnownPeople(in_use_since=school.in_use_since)
        rows = parse_rows(intake.table, intake.mapping, self.kind.columns())
        told = Counter(row.values.get("name") for row in rows.rows)
        self.matcher = Matcher(intake.kind, self.register, answers or {}, once=frozenset(n for n in told if told[n] == 1))
        named = frozenset(row.values["branch"] for row in rows.rows if "branch" in row.values)
        self.setting = Setting(self.register, on, intake.school_year, named, self.matcher.answers)
        self._matches: dict[int, Match] = {}
        self._asked: dict[int, Match] = {}  # about others whom a row names
        showing = Showing(intake, self.kind, self.setting)
        self.report: Report = tables.preview(
            rows,
            self._verdict,
            about=self._about,
            keys=self._keys,
            same=self._same,
            shown=showing if shows else lambda row: (),
            headings=showing.headings if shows else (),
        )

    def _match(self, row: Row) -> Match:
        if row.number not in self._matches:
            self._matches[row.number] = self.matcher.match(row)
        return self._matches[row.number]

    def _about(self, row: Row) -> str:
        """As it was read: without what cannot be seen, a radical as its character; what was refused as it was typed."""
        return row.values.get("name") or row.texts.get("name", "")

    def _keys(self, row: Row) -> Iterator[Hashable]:
        yield from ((field, row.values[field]) for field in NUMBERS if field in row.values)
        if "name" in row.values and (key := self._match(row).key) is not None:
            yield "", key

    def _same(self, key: Any, row: Row, earlier: str, name: str) -> Problem:
        field, value = key
        return shared(self.intake.mapping.heading_of(field) if field else "", str(value), row, earlier, name)

    def _verdict(self, row: Row) -> RowVerdict:
        match = self._match(row)
        if problems := self._impossible(row, match):
            return RowVerdict(RowOutcome.PROBLEM, problems=problems)
        if match.question:
            return RowVerdict(RowOutcome.QUESTION, question=match.question)
        if match.problem:
            return RowVerdict(RowOutcome.PROBLEM, problems=(Problem("", match.problem),))
        if self.kind.asks and (asked := self.kind.asks(self.setting, match.person, row)):
            self._asked[row.number] = asked
            return RowVerdict(RowOutcome.QUESTION, question=asked.question)
        person = match.person or Person(name=row.values["name"])
        is_new = match.person is None
        try:
            changes = take_details(person, row)
            if is_new:
                self.register.add_person(person)
            dated = self.kind.take(self.setting, person, row)
        except CellProblem as problem:
            return RowVerdict(RowOutcome.PROBLEM, problems=(Problem("", str(problem)),))
        if changes and not is_new:
            self.register.change_person(person)
        self._remember(match, person)
        outcome = RowOutcome.NEW if is_new else RowOutcome.CHANGED if changes or dated else RowOutcome.UNCHANGED
        return RowVerdict(outcome, tuple(dated if is_new else [*changes, *dated]))

    def _impossible(self, row: Row, match: Match) -> tuple[Problem, ...]:
        """Errors come before questions: a clerk who has answered is not told then that the row was wrong all along."""
        on, heading_of = self.setting.on, self.intake.mapping.heading_of
        problems = problems_of(self.intake.kind, row, match.person, self.register, on=on, heading_of=heading_of)
        try:
            if self.kind.check:
                self.kind.check(self.setting, match.people, row)
        except CellProblem as problem:
            return (*problems, Problem("", str(problem)))
        return problems

    def _remember(self, match: Match, person: Person) -> None:
        if match.answer and match.answer not in self.register.answers:
            self.register.answers[match.answer] = person.pk  # two rows that look the same are answered once
            self.register.add(ImportAnswer(kind=self.intake.kind, fingerprint=match.answer, person=person))

    @property
    def answered(self) -> list[str]:
        """The fingerprints of rows that are taken as somebody once said."""
        own = [match.answer for match in self._matches.values() if match.answer and not match.question]
        return [*own, *dict.fromkeys(self.setting.answered)]

    def marks(self) -> dict[int, str]:
        """Row number -> the fingerprint under which an answer about it is kept."""
        return {number: match.answer for number, match in (self._matches | self._asked).items() if match.answer}
