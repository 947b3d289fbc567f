"""What an import would do, row by row, before it does anything; and then all of it or nothing.

The room that owns the rows brings a matcher (what is this row to us?), keys (which rows of the file are about the same?) and a
writer. A report can be stored between the steps: it holds texts only. The rows themselves are parsed again from the stored
table at the last step, and `commit` refuses when the answer would no longer be the one that was shown.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from json import dumps
from typing import Any, Self, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .refusals import TableRefused
from .rows import Problem, Row, RowsRead

Written = TypeVar("Written")


class RowOutcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    PROBLEM = "problem"
    QUESTION = "question"

    @property
    def label(self) -> str:
        return {
            "new": pgettext("row of a table", "New"),
            "changed": pgettext("row of a table", "Changed"),
            "unchanged": pgettext("row of a table", "Unchanged"),
            "problem": _("To be corrected"),
            "question": _("Please answer"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that would change: its name, what we hold now, what the table says; in the reader's words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can say: "the same 张伟 as before?". Each choice is (value, words); `likely` is preset."""

    text: str
    choices: tuple[tuple[str, str], ...]
    likely: str = ""


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What a matcher says about one row without problems of its own."""

    outcome: RowOutcome
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One row of the report: who or what it is about, what would happen, and why not.

    `place` is what a person calls the row in the file; `cells` is what was read, below the headings of the report.
    """

    number: int
    about: str
    outcome: RowOutcome
    messages: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    question: Question | None = None
    place: str = ""
    cells: tuple[str, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True)
class Report:
    lines: tuple[ReportLine, ...]
    notes: dict[str, str]
    headings: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[RowOutcome, int]:
        counted = Counter(line.outcome for line in self.lines)
        return {outcome: counted[outcome] for outcome in RowOutcome}

    @property
    def ready(self) -> bool:
        """All rows can be written, and there is one at least."""
        return bool(self.lines) and not self.open_lines

    @property
    def open_lines(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.outcome in (RowOutcome.PROBLEM, RowOutcome.QUESTION))

    @property
    def wrong_lines(self) -> tuple[ReportLine, ...]:
        """Rows that only a corrected table can mend."""
        return tuple(line for line in self.lines if line.outcome == RowOutcome.PROBLEM)

    @property
    def changes_nothing(self) -> bool:
        return self.ready and all(line.outcome == RowOutcome.UNCHANGED for line in self.lines)

    @property
    def digest(self) -> str:
        """Equal for equal outcomes; the language of the messages does not count."""
        told = [(line.number, line.outcome, [(change.before, change.after) for change in line.changes]) for line in self.lines]
        return sha256(dumps(told, ensure_ascii=False).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return {"lines": [asdict(line) for line in self.lines], "notes": self.notes, "headings": self.headings}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(tuple(map(_line_from_json, stored["lines"])), stored["notes"], tuple(stored["headings"]))


def _about_the_same(key: Hashable, row: Row, earlier: str, name: str) -> Problem:
    return Problem("", _("This row is about the same as row %(row)s; keep one of them.") % {"row": earlier})


def preview(
    parsed: RowsRead,
    match: Callable[[Row], RowVerdict],
    *,
    about: Callable[[Row], str],
    keys: Callable[[Row], Iterable[Hashable]] = lambda row: (),
    same: Callable[[Hashable, Row, str, str], Problem] = _about_the_same,
    shown: Callable[[Row], tuple[str, ...]] = lambda row: (),
    headings: tuple[str, ...] = (),
) -> Report:
    """Ask the matcher about every row that can be read. Two rows that share one of their keys are a problem of the later one.

    `about` names the row for a reader ("张伟"); `same` says what a row shares with an earlier one (its place, its name);
    `shown` gives what was read in a row, below `headings`.
    The matcher must not query: give it what it needs before the loop.
    """
    first: dict[Hashable, tuple[int, str, str]] = {}
    lines = []
    for row in parsed.rows:
        problems, name = list(row.problems), about(row)
        for key in keys(row):
            number, place, earlier = first.setdefault(key, (row.number, row.place, name))
            if number != row.number:
                problems.append(same(key, row, place, earlier))
                break
        verdict = RowVerdict(RowOutcome.PROBLEM, problems=tuple(problems)) if problems else match(row)
        lines.append(_line(row, name, verdict, shown(row)))
    return Report(tuple(lines), dict(parsed.notes), headings)


def commit(shown: Report, now: Report, parsed: RowsRead, write: Callable[[Sequence[Row]], Written]) -> Written:
    """Hand the new and changed rows to `write`, which runs in the caller's transaction and returns what it likes.

    `shown` is what the person agreed to, `now` the preview made again. Raises Refused unless they agree and all rows are ready.
    """
    if not now.ready:
        raise TableRefused(_("Nothing was imported: some rows still need correction or an answer."))
    if shown.digest != now.digest:
        raise TableRefused(_("Nothing was imported: the school's own entries have changed meanwhile. Look at the preview again."))
    due = {line.number for line in now.lines if line.outcome in (RowOutcome.NEW, RowOutcome.CHANGED)}
    return write([row for row in parsed.rows if row.number in due])


def _line(row: Row, about: str, verdict: RowVerdict, cells: tuple[str, ...]) -> ReportLine:
    outcome = RowOutcome.PROBLEM if verdict.problems else verdict.outcome
    told = (tuple(map(str, verdict.problems)), verdict.changes, verdict.question)
    return ReportLine(row.number, about, outcome, *told, row.place, cells, row.is_hidden)


def _line_from_json(stored: Mapping[str, Any]) -> ReportLine:
    asked = stored["question"]
    choices = tuple((value, words) for value, words in asked["choices"]) if asked else ()
    question = Question(asked["text"], choices, asked["likely"]) if asked else None
    changes = tuple(Change(**change) for change in stored["changes"])
    outcome = RowOutcome(stored["outcome"])
    told = (stored["number"], stored["about"], outcome, tuple(stored["messages"]), changes, question)
    return ReportLine(*told, stored["place"], tuple(stored["cells"]), stored["is_hidden"])
