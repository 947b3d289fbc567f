"""A table pasted as text, looked at and brought in, the way the office does it."""

from datetime import date, datetime

from django.utils import timezone

from navmark.foundation.people.importing.committing import commit
from navmark.foundation.people.importing.intake import Intake, intake_of
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.models import Person
from navmark.foundation.tables.cells.identity import check_digit
from navmark.foundation.tables.preview import Report
from navmark.foundation.tables.reading import read
from navmark.foundation.tenancy.models import School

ON = date(2026, 9, 10)
AT = datetime(2026, 9, 10, 9, tzinfo=timezone.get_default_timezone())
YEAR = 2026


def pasted(kind: str, *lines: str, year: int = YEAR) -> Intake:
    """A table of this kind; the cells of a line are divided by blanks, "_" stands for an empty one."""
    text = "\n".join("\t".join("" if cell == "_" else cell for cell in line.split()) for line in lines)
    return intake_of(kind, read(text, "粘贴.txt"), school_year=year)


def looked_at(school: School, intake: Intake, *, on: date = ON, answers: dict[str, str] | None = None) -> Report:
    return Run(intake, school=school, on=on, answers=answers, shows=True).report


def brought_in(school: School, intake: Intake, *, on: date = ON, answers: dict[str, str] | None = None) -> Report:
    """Commit what the preview shows. Raises Refused."""
    shown = looked_at(school, intake, on=on, answers=answers).digest
    return commit(intake, shown, school=school, by=None, at=AT, on=on, answers=answers)


def answer_for(school: School, intake: Intake, person: Person | str, *, row: int = 2) -> dict[str, str]:
    """What the clerk says about one row: this person, or "new"."""
    marks = Run(intake, school=school, on=ON).marks()
    return {marks[row]: str(person.pk) if isinstance(person, Person) else person}


def an_id_number(serial: int, *, born: str = "19850312") -> str:
    """A number with a right check digit, in a region that does not exist."""
    first = f"990000{born}{serial:03d}"
    return first + check_digit(first)


def outcomes(report: Report) -> list[str]:
    return [line.outcome.value for line in report.lines]
