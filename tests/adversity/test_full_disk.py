"""A full disk: the page says that nothing was saved, what was saved before is whole, and a backup leaves no half file."""

import errno
import resource
import subprocess
import sys
from contextlib import nullcontext

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.attachments import actions as attaching
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import PASSWORD, a_branch, an_account, holder, signed_in
from navmark.foundation.proceedings.actions import agenda
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from tests.adversity.full import full_disk
from tests.doors import DOORS, WHO, knock

pytestmark = pytest.mark.adversity
ROOM = 40_000  # bytes: enough to read the database, too little for the backup of 500 people


def test_a_text_that_cannot_be_saved_is_refused_in_words_and_the_old_one_is_whole(school, db):
    with within(school):
        activity = an_activity(a_branch(), kinds.COMMITTEE)
        writer = holder(PostKind.SECRETARY)
        item = agenda.add_item(activity.parts.get(), title="议题", by=writer, at=timezone.now())
        browser = signed_in(writer)
    browser.raise_request_exception = False
    fields = {"title": "议题", "points": "写到一半的话", "revision": "1"}
    with full_disk():
        answer = browser.post(f"/proceedings/items/{item.pk}/", fields, headers={"X-Autosave": "1"})

    assert answer.status_code >= 500 and "没有保存" in answer.content.decode()
    with within(school):
        assert (AgendaItem.fresh(item.pk).points, AgendaItem.fresh(item.pk).revision) == ("", 1)
    assert browser.post(f"/proceedings/items/{item.pk}/", fields, headers={"X-Autosave": "1"}).status_code == 204


@pytest.mark.on_one  # the database is not asked: its refusal is played
def test_today_answers_though_what_is_due_would_have_to_be_written_anew_first(scene, school):
    """All other pages that only read answer too: the table of doors is walked so (`tests/test_doors.py`)."""
    with within(school):
        Duty.objects.filter(cadence__isnull=False).delete()
    with full_disk():
        answered = {who: knock(scene[who], reverse("today")) for who in WHO}
    assert answered == dict(zip(WHO, DOORS["today"].answers, strict=True))


def test_a_login_that_cannot_be_kept_is_refused_in_words(school, client):
    with within(school):
        a_branch()
        login = an_account(holder(PostKind.CLERK)).login
    client.raise_request_exception = False
    with full_disk():
        answer = client.post(reverse("login"), {"username": login, "password": PASSWORD})

    assert answer.status_code >= 500 and "没有保存" in answer.content.decode()
    assert client.post(reverse("login"), {"username": login, "password": PASSWORD}).status_code == 302


class HalfWritten(FileSystemStorage):
    """A disk that is full after the first bytes of a file."""

    def _save(self, name, content):
        super()._save(name, ContentFile(b"half"))
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("full", ["the row", "the file"])
def test_no_file_stays_without_its_row(full, scene, school, monkeypatch, tmp_path):
    storage = (HalfWritten if full == "the file" else FileSystemStorage)(location=tmp_path)
    monkeypatch.setattr(attaching, "default_storage", storage)
    scene["clerk"].raise_request_exception = False
    address = reverse("attachments:attach", args=[scene["owner_kind"], scene["meeting"]])
    upload = SimpleUploadedFile("照片扫描.pdf", b"%PDF-1.7 other")
    with full_disk() if full == "the row" else nullcontext():
        answer = scene["clerk"].post(address, {"files": upload, "file": upload, "kind": "other"})

    assert answer.status_code >= 500 and "没有保存" in answer.content.decode()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_backup_that_finds_no_room_leaves_nothing_behind(tmp_path, own_database, environment_of):
    environment = environment_of(own_database())

    def cli(*arguments, **limits):
        line = [sys.executable, "-m", "navmark.project.cli", *map(str, arguments)]
        return subprocess.run(line, env=environment, capture_output=True, text=True, check=False, **limits)

    sheet = tmp_path / "a.txt"
    sheet.write_text("姓名\t手机号码\n" + "\n".join(f"张{number}\t199{number:08d}" for number in range(500)), encoding="utf-8")
    assert cli("init", "--data", tmp_path / "a", "--school", "启明小学", "--branch", "中共启明小学支部委员会").returncode == 0
    assert cli("import", sheet, "--as", "staff", "--sure", "--data", tmp_path / "a").returncode == 0
    done = cli(
        "backup", tmp_path / "b.zip", "--data", tmp_path / "a",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )  # fmt: skip

    assert done.returncode == 1 and "备份未完成" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.txt"]
