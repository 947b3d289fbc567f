"""A table on the disk into the one school of this data folder, as its first administrator."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.utils import timezone

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.importing.committing import commit
from navmark.foundation.people.importing.doubts import doubt_about
from navmark.foundation.people.importing.intake import Intake, intake_of
from navmark.foundation.people.importing.matching import NEW
from navmark.foundation.people.importing.running import Run
from navmark.foundation.tables.preview import Report
from navmark.foundation.tables.reading import read
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project.refusals import Refused


def the_school() -> School:
    """The only school of this data folder. Raises Refused when there is none, or when there are several."""
    schools = list(School.objects.all()[:2])
    if len(schools) != 1:
        raise Refused("该数据目录中没有学校，请先 init", "there is no school in this data folder: run init first")
    return schools[0]


def _unsure(what: str) -> Refused:
    advice = "the table looks wrong, or an office changes hands; nothing was imported. Look at it, then repeat with --sure"
    return Refused(f"{what}\n未导入任何行；如核对无误，请加 --sure 再导入", advice)


def import_file(
    path: Path,
    kind: str,
    *,
    dry_run: bool,
    sure: bool = False,
    answers: Mapping[int, str] | None = None,
    take_new: bool = False,
) -> Report:
    """Preview, then commit what was shown if every row is clear. Raises Refused, the tables room's Refused, or OSError.

    Unless somebody is `sure`, a table that looks like another kind is refused, and so is an office of one that changes hands.
    `answers`: number of a row -> the value of one of its question's choices. `take_new`: whoever is asked about else is new.
    """
    at = timezone.now()
    school = the_school()
    with within(school):
        intake = intake_of(kind, read(path.read_bytes(), path.name), school_year=school_year_of(timezone.localdate(at)))
        _refuse_doubtful(intake, sure=sure)
        run, said = _answered(intake, school, answers or {}, take_new=take_new, on=timezone.localdate(at))
        shown = run.report
        if dry_run or not shown.ready:
            return shown
        if run.register.handovers and not sure:
            raise _unsure("\n".join(run.register.handovers))
        promised = shown.digest
        del run, shown  # ten thousand lines, which the commit says again
        return commit(intake, promised, school=school, by=None, at=at, on=timezone.localdate(at), answers=said)


def _refuse_doubtful(intake: Intake, *, sure: bool) -> None:
    doubt = None if sure else doubt_about(intake)
    if doubt:
        raise _unsure(doubt.title)


def _answered(
    intake: Intake, school: School, answers: Mapping[int, str], *, take_new: bool, on: date
) -> tuple[Run, dict[str, str]]:
    """The run with its questions answered, and the answers."""
    run = Run(intake, school=school, on=on)
    said = _by_mark(run, answers, take_new=take_new)
    return (Run(intake, school=school, on=on, answers=said) if said else run), said


def _by_mark(run: Run, answers: Mapping[int, str], *, take_new: bool) -> dict[str, str]:
    """The answers under the marks by which the importer remembers them. Raises Refused for one that no row asks for."""
    asked = {line.number: [value for value, _words in line.question.choices] for line in run.report.lines if line.question}
    for number, value in answers.items():
        if number in asked and value not in asked[number]:
            raise Refused(f"第{number}行没有 {value} 这个选项", f"row {number} offers no choice {value}")
    said = {number: NEW for number, choices in asked.items() if take_new and NEW in choices}
    said |= {number: value for number, value in answers.items() if number in asked}
    marks = run.marks()
    return {marks[number]: value for number, value in said.items()}
