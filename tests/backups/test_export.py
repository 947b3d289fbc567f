"""An export holds the rosters, the register, what was signed and its files; what two people said to each other is not in it."""

from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from navmark.foundation.activities import actions
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import queries as people
from navmark.foundation.privacy.models import AccessEntry, Part
from navmark.foundation.proceedings.models import Minutes, MinutesState
from navmark.foundation.records.actions import attach
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project import demo, exporting
from navmark.project.refusals import Refused


@pytest.fixture
def demo_school(db):
    demo.build(at=timezone.now())
    return School.objects.get()


def test_it_holds_what_was_signed_and_says_so_in_the_trail(demo_school, tmp_path):
    on = timezone.localdate()
    names = exporting.export(demo_school, tmp_path / "e.zip", year=on.year, on=on, at=timezone.now())

    with ZipFile(tmp_path / "e.zip") as file:
        assert file.namelist() == names and file.testzip() is None
        assert all(file.read(name).startswith(b"%PDF") for name in names if name.endswith(".pdf"))
    assert names[:3] == ["名册/党员.xlsx", "名册/教职工.xlsx", "名册/学生.xlsx"]
    with within(demo_school):
        assert AuditEntry.objects.filter(kind="people.exported").count() == 1


def test_that_the_pupils_roster_left_stands_in_the_access_log(demo_school, tmp_path):
    on = timezone.localdate()
    for name, purpose in (("a.zip", ""), ("b.zip", "区教体局学籍核对")):
        exporting.export(demo_school, tmp_path / name, year=on.year, on=on, at=timezone.now(), purpose=purpose)

    with within(demo_school):
        rows = AccessEntry.objects.filter(part=Part.ROSTER).order_by("id")
        assert [(row.by, row.words) for row in rows] == [(None, exporting.NO_PURPOSE), (None, "区教体局学籍核对")]


def test_it_overwrites_nothing(school, tmp_path):
    (tmp_path / "e.zip").write_text("kept")

    with pytest.raises(Refused, match="已存在"):
        exporting.export(school, tmp_path / "e.zip", year=2026, on=date(2026, 11, 24), at=timezone.now())
    assert (tmp_path / "e.zip").read_text() == "kept"


def test_a_talk_is_not_in_it(demo_school, tmp_path):
    now, on = timezone.now(), timezone.localdate()
    with within(demo_school):
        branch = people.branches(on)[0]
        two = tuple(people.members_on(branch, on)[:2])
        parts = [PlannedPart(kinds.TALK)]
        plan = Plan(unit=branch, title="谈话", parts=parts, starts_at=now, ends_at=now + timedelta(hours=1), chosen=two)
        talk = actions.plan(plan, by=two[0], at=now)
        Minutes.objects.update_or_create(activity=talk, defaults={"state": MinutesState.SUBMITTED})
        _attached(talk, "谈话.pdf", by=two[0])
        every = Minutes.objects.filter(state__in=exporting.WRITTEN, activity__day__year=on.year).count()
    names = exporting.export(demo_school, tmp_path / "e.zip", year=on.year, on=on, at=now)

    assert sum(name.endswith(".pdf") for name in names) == every - 1


def test_a_records_files_go_with_it_and_one_that_is_lost_is_named(demo_school, tmp_path):
    now, on = timezone.now(), timezone.localdate()
    with within(demo_school):
        meeting = Activity.objects.filter(closed_at__isnull=False, day__year=on.year).first()
        for number in (1, 2):
            _attached(meeting, "签到表原件.pdf", content=b"%PDF-" + bytes([number]), by=meeting.recorder)
        lost = _attached(meeting, "照片.pdf", content=b"%PDF-lost", by=meeting.recorder)
        default_storage.delete(lost.path)
    exporting.export(demo_school, tmp_path / "e.zip", year=on.year, on=on, at=now)

    with ZipFile(tmp_path / "e.zip") as file:
        found = {name.rpartition("/")[2]: file.read(name) for name in file.namelist() if "/附件/" in name}
        assert all(name.startswith(f"记录/{meeting.unit.name}/") for name in file.namelist() if "/附件/" in name)
    assert found == {"01 签到表原件.pdf": b"%PDF-\1", "02 签到表原件.pdf": b"%PDF-\2", "03 照片.pdf（缺失）.txt": b""}
    assert [path.name for path in tmp_path.iterdir()] == ["e.zip"]


def _attached(meeting, name, *, by, content=b"%PDF-"):
    upload = SimpleUploadedFile(name, content)
    return attach(upload, owner_kind=ACTIVITY, owner_id=meeting.pk, by=by, at=timezone.now())
