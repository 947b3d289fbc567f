"""An export holds the rosters, the register, what was signed and its files; what two people said to each other is not in it.

The export of a whole school is that of the demo (`navmark/project/tests/test_demo.py`).
"""

from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.attachments.actions import attach
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_class, a_pupil, holder
from navmark.foundation.privacy.models import AccessEntry, OpenedPart
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from navmark.project import exporting
from navmark.project.refusals import Refused


def test_that_the_pupils_roster_left_stands_in_the_access_log(school, tmp_path):
    on = timezone.localdate()
    with within(school):
        a_pupil(a_class())
    for name, purpose in (("a.zip", ""), ("b.zip", "区教体局学籍核对")):
        exporting.export(school, tmp_path / name, year=on.year, on=on, at=timezone.now(), purpose=purpose)

    with within(school):
        rows = AccessEntry.objects.filter(part=OpenedPart.ROSTER).order_by("id")
        assert [(row.by, row.words) for row in rows] == [(None, exporting.NO_PURPOSE), (None, "区教体局学籍核对")]


def test_it_overwrites_nothing(school, tmp_path):
    (tmp_path / "e.zip").write_text("kept")

    with pytest.raises(Refused, match="已存在"):
        exporting.export(school, tmp_path / "e.zip", year=2026, on=date(2026, 11, 24), at=timezone.now())
    assert (tmp_path / "e.zip").read_text() == "kept"


@pytest.fixture
def branch(inside):
    return a_branch()


def held_today(kind, branch, **more):
    """A meeting that has been held and whose record is submitted."""
    activity = held(kind, branch, holder(PostKind.CLERK), starts_at=timezone.now() - timedelta(hours=1), **more)
    Record.objects.update_or_create(owner_kind=ACTIVITY, owner_id=activity.pk, defaults={"state": RecordState.SUBMITTED})
    return activity


def test_a_talk_is_not_in_it(branch, school, tmp_path):
    on = timezone.localdate()
    held_today(kinds.COMMITTEE, branch)
    talk = held_today(kinds.TALK, branch, chosen=tuple(people.members_on(branch, on)[:2]))
    _attached(talk, "谈话.pdf", by=talk.host)
    names = exporting.export(school, tmp_path / "e.zip", year=on.year, on=on, at=timezone.now())

    assert sum(name.endswith(".pdf") for name in names) == 1


def test_a_records_files_go_with_it_and_one_that_is_lost_is_named(branch, school, tmp_path):
    now, on = timezone.now(), timezone.localdate()
    meeting = held_today(kinds.COMMITTEE, branch)
    for number in (1, 2):
        _attached(meeting, "签到表原件.pdf", content=b"%PDF-" + bytes([number]), by=meeting.recorder)
    lost = _attached(meeting, "照片.pdf", content=b"%PDF-lost", by=meeting.recorder)
    default_storage.delete(lost.path)
    exporting.export(school, tmp_path / "e.zip", year=on.year, on=on, at=now)

    with ZipFile(tmp_path / "e.zip") as file:
        found = {name.rpartition("/")[2]: file.read(name) for name in file.namelist() if "/附件/" in name}
        assert all(name.startswith(f"记录/{meeting.unit.name}/") for name in file.namelist() if "/附件/" in name)
    assert found == {"01 签到表原件.pdf": b"%PDF-\1", "02 签到表原件.pdf": b"%PDF-\2", "03 照片.pdf（缺失）.txt": b""}
    assert [path.name for path in tmp_path.iterdir()] == ["e.zip"]


def _attached(meeting, name, *, by, content=b"%PDF-"):
    upload = SimpleUploadedFile(name, content)
    return attach(upload, owner_kind=ACTIVITY, owner_id=meeting.pk, by=by, at=timezone.now())
