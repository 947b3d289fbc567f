"""Attachments: kept with their owner, checked by content, seen through the owner alone."""

import io
import zipfile
from datetime import UTC, datetime
from urllib.parse import quote
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import Http404

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.records import actions, refusals
from navmark.foundation.records.access import attachment_of
from navmark.foundation.records.models import Attachment
from navmark.foundation.records.queries import attachments_of
from navmark.foundation.records.responses import download, printed
from navmark.foundation.tenancy.scope import within

OWNER, OTHER, CLERK = UUID(int=1), UUID(int=2), UUID(int=9)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\nhello"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = storages
    return tmp_path


def attach(content=PDF, name="签到表原件.pdf", owner=OWNER):
    return actions.attach(SimpleUploadedFile(name, content), kind="minutes", owner_id=owner, by=CLERK, at=AT)


def office(part: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(part, "<x/>")
    return file.getvalue()


def kept(folder) -> list:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_kept_with_its_owner_and_comes_back_under_its_name(inside, files):
    attachment = attach()

    assert list(attachments_of("minutes", OWNER)) == [attachment]
    assert (attachment.size, attachment.media_type) == (len(PDF), "application/pdf")
    assert "签到" not in attachment.path
    response = download(attachment)
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(attachment.name)}"
    response.close()


def test_the_same_content_twice_is_one_attachment(inside, files):
    assert attach() == attach(name="again.pdf")
    assert len(kept(files)) == 1


def test_attaching_and_removing_leave_a_trail(inside):
    actions.remove(attach(), by=CLERK, at=AT)

    kinds = AuditEntry.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["records.attached", "records.removed"]


@pytest.mark.django_db(transaction=True)
def test_the_file_goes_once_the_removal_is_certain(inside, files):
    attachment = attach()

    with transaction.atomic():
        actions.remove(attachment, by=CLERK, at=AT)
        assert len(kept(files)) == 1

    assert kept(files) == []
    assert not Attachment.objects.exists()


def test_a_file_is_not_left_behind_when_its_row_fails(inside, files, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(actions, "record", fails)

    with pytest.raises(OSError, match="disk full"):
        attach()

    assert kept(files) == []
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.PDF", PDF),
        ("a.jpg", b"\xff\xd8\xff\xe0rest"),
        ("a.png", b"\x89PNG\r\n\x1a\nrest"),
        ("a.docx", office("word/document.xml")),
        ("a.xlsx", office("xl/workbook.xml")),
        ("a.pptx", office("ppt/presentation.xml")),
        ("a.txt", "会议记录".encode("gb18030")),
        ("a.mp3", b"ID3rest"),
    ],
)
def test_it_takes_the_usual_kinds(inside, name, content):
    assert attach(content, name).size == len(content)


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.pdf", b"", refusals.Empty),
        ("a.exe", b"MZ", refusals.WrongType),
        ("no extension", PDF, refusals.WrongType),
        ("a.pdf", b"<html>", refusals.NotWhatItSays),
        ("a.docx", office("xl/workbook.xml"), refusals.NotWhatItSays),
        ("a.xlsx", b"PK\x03\x04 broken", refusals.NotWhatItSays),
        ("a.txt", b"MZ\0\0", refusals.NotWhatItSays),
    ],
)
def test_it_refuses_what_is_not_what_it_says(inside, files, name, content, refusal):
    with pytest.raises(refusal):
        attach(content, name)

    assert kept(files) == []


def test_it_refuses_more_than_twenty_megabytes(inside):
    with pytest.raises(refusals.TooLarge, match="20"):
        attach(PDF + bytes(actions.LARGEST))


def test_another_owners_file_is_not_found(inside):
    attachment = attach()

    assert attachment_of("minutes", OWNER, attachment.pk) == attachment
    for kind, owner in (("minutes", OTHER), ("visit", OWNER)):
        with pytest.raises(Http404):
            attachment_of(kind, owner, attachment.pk)


def test_the_neighbour_does_not_find_ours(school, neighbour):
    with within(school):
        attachment = attach()

    with within(neighbour), pytest.raises(Http404):
        attachment_of("minutes", OWNER, attachment.pk)


def test_a_printed_pdf_may_open_in_the_browser():
    response = printed(PDF, "2026-11-20 支委会记录.pdf", inline=True)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
