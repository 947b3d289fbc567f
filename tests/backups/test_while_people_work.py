"""A backup is one moment: what is written while it reads is not in it, and no writer waits for it."""

import json
import os
from datetime import UTC, date, datetime
from threading import Thread
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project import tables
from navmark.project.backups import restoring, rows, taking
from navmark.project.refusals import Refused

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def _found_another():
    School.objects.create(name="新建小学", in_use_since=date(2026, 9, 1))
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_writer_does_not_wait_and_is_not_in_the_backup(school, tmp_path, monkeypatch):
    read, writers = rows.lines_of, []

    def read_while_somebody_writes(model):
        yield from read(model)
        if not writers:
            writers.append(Thread(target=_found_another))
            writers[0].start()
            writers[0].join(timeout=10)
            assert not writers[0].is_alive()

    monkeypatch.setattr(rows, "lines_of", read_while_somebody_writes)
    manifest = taking.take(tmp_path / "b.zip", at=NOW)

    assert School.objects.count() == 2
    assert manifest["rows"]["tenancy.School"] == 1


@pytest.mark.django_db(transaction=True)
def test_an_attachment_goes_in_and_one_that_is_gone_is_named(school, tmp_path):
    paths = [default_storage.save(f"{name}.txt", ContentFile("会议照片".encode())) for name in ("kept", "gone")]
    with within(school):
        for path in paths:
            Attachment.objects.create(
                owner_kind="test", owner_id=school.pk, name=path, media_type="text/plain", size=12, sha256=path, path=path,
                uploaded_by=school.pk, uploaded_at=NOW,
            )  # fmt: skip
    default_storage.delete(paths[1])
    manifest = taking.take(tmp_path / "b.zip", at=NOW)

    with ZipFile(tmp_path / "b.zip") as backup:
        assert backup.read(f"files/{paths[0]}").decode() == "会议照片"
        assert json.loads(backup.read("manifest.json"))["rows"] == manifest["rows"]
    assert (manifest["files"], manifest["files_removed_meanwhile"]) == (1, [paths[1]])


@pytest.mark.django_db(transaction=True)
def test_only_its_owner_reads_it_and_it_overwrites_nothing(school, tmp_path):
    taking.take(tmp_path / "b.zip", at=NOW)

    assert os.name == "nt" or (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    with pytest.raises(Refused, match="已存在"):
        taking.take(tmp_path / "b.zip", at=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]


@pytest.mark.django_db(transaction=True)
def test_one_of_this_very_version_is_restored_without_a_step_of_the_migrations(school, tmp_path, monkeypatch):
    taking.take(tmp_path / "b.zip", at=NOW)
    monkeypatch.setattr(tables, "make_all", lambda: pytest.fail("at once"))

    with pytest.raises(pytest.fail.Exception, match="at once"):
        restoring.put_back(tmp_path / "b.zip", restoring.read_manifest(tmp_path / "b.zip"))
