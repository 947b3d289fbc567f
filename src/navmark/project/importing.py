"""A sheet on the disk into the one school of this data folder, as its first administrator."""

from pathlib import Path

from django.utils import timezone

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.importing.doubts import doubt_about
from navmark.foundation.people.importing.running import Run, commit, sheet_of
from navmark.foundation.sheets.preview import Report
from navmark.foundation.sheets.reading import read
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project.chores import keep_duties
from navmark.project.refusals import Refused


def the_school() -> School:
    """The only school of this data folder. Raises Refused when there is none, or when there are several."""
    schools = list(School.objects.all()[:2])
    if len(schools) != 1:
        raise Refused("该数据目录中没有学校，请先 init", "there is no school in this data folder: run init first")
    return schools[0]


def _unsure(what: str) -> Refused:
    advice = "the sheet looks wrong, or an office changes hands; nothing was imported. Look at it, then repeat with --sure"
    return Refused(f"{what}\n未导入任何行；如核对无误，请加 --sure 再导入", advice)


def import_file(path: Path, kind: str, *, dry_run: bool, sure: bool = False) -> Report:
    """Preview, then commit what was shown if every row is clear. Raises Refused, the sheets room's Refused, or OSError.

    Unless somebody is `sure`, a sheet that looks like another kind is refused, and so is an office of one that changes hands.
    """
    at = timezone.now()
    on = timezone.localdate(at)
    school = the_school()
    with within(school):
        sheet = sheet_of(kind, read(path.read_bytes(), path.name), school_year=school_year_of(on))
        doubt = None if sure else doubt_about(sheet)
        if doubt:
            raise _unsure(doubt.title)
        run = Run(sheet, school=school, on=on)
        shown = run.report
        if dry_run or not shown.ready:
            return shown
        if run.register.handovers and not sure:
            raise _unsure("\n".join(run.register.handovers))
        report = commit(sheet, shown.digest, school=school, by=None, at=at, on=on)
        keep_duties(at)  # what is due follows from who is there
        return report
