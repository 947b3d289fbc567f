"""Attachments: kept with their owner, checked by content, seen through the owner alone."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime, timedelta
from urllib.parse import quote
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from navmark.foundation.attachments import actions, owners, refusals
from navmark.foundation.attachments.models import Attachment
from navmark.foundation.attachments.photographs import jpeg_without_traces, png_without_traces
from navmark.foundation.attachments.queries import attachments_of, lines_of
from navmark.foundation.attachments.responses import shown
from navmark.foundation.attachments.tests.photographs import a_heic, a_jpeg, a_png
from navmark.foundation.audit.queries import history_of

OWNER, CLERK = UUID(int=1), UUID(int=9)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\nhello"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
CLEAN_JPEG, CLEAN_PNG = jpeg_without_traces(a_jpeg()), png_without_traces(a_png())


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = storages
    return tmp_path


@pytest.fixture
def close(monkeypatch):
    """The owner of these tests' files, open until `close` is called with a moment."""
    moments = {}
    kind = owners.OwnerKind("minutes", lambda *_: None, lambda *_: None, moments.get, str)
    monkeypatch.setitem(owners._kinds, "minutes", kind)
    return lambda at: moments.update({OWNER: at})


def attach(content=PDF, name="签到表原件.pdf", owner=OWNER, at=AT):
    return actions.attach(SimpleUploadedFile(name, content), owner_kind="minutes", owner_id=owner, by=CLERK, at=at)


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
    response = shown(attachment)
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == f"inline; filename*=utf-8''{quote(attachment.name)}"
    response.close()


@pytest.mark.parametrize(
    ("name", "content", "opens", "sandboxed"),
    [
        ("a.pdf", PDF, "inline", False),  # no browser draws a PDF in a sandbox
        ("a.jpg", a_jpeg(), "inline", True),
        ("a.png", a_png(), "inline", True),
        ("a.txt", b"<script>alert(1)</script>", "attachment", True),
    ],
)
def test_only_pdf_and_pictures_open_in_the_browser_and_none_acts_as_a_page(inside, name, content, opens, sandboxed):
    response = shown(attach(content, name))

    policy = response["Content-Security-Policy"]
    assert response["Content-Disposition"].startswith(opens)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert policy.startswith("default-src 'none';") and "script-src" not in policy
    assert ("sandbox" in policy) is sandboxed
    response.close()


def test_the_same_content_twice_is_one_attachment(inside, files):
    assert attach() == attach(name="again.pdf")
    assert len(kept(files)) == 1


def test_attaching_and_removing_stand_in_the_history_of_the_owner(inside, close):
    actions.remove(attach(), by=CLERK, at=AT)

    kinds = history_of(("minutes", OWNER)).values_list("kind", flat=True)
    assert list(kinds) == ["records.removed", "records.attached"]


def test_what_was_there_at_the_lock_stays_and_a_supplement_goes_back_on_its_day_only(inside, close):
    before = attach()
    close(AT + timedelta(hours=1))
    later = AT + timedelta(days=3)
    wrong = attach(PDF + b"wrong", "wrong.pdf", at=later)

    for attachment, at in ((before, AT + timedelta(hours=2)), (wrong, later + timedelta(days=1))):
        with pytest.raises(refusals.FileStays):
            actions.remove(attachment, by=CLERK, at=at)
    actions.remove(wrong, by=CLERK, at=later + timedelta(hours=1))

    lines = lines_of("minutes", OWNER, closed_at=AT + timedelta(hours=1), at=later)
    assert [(line.attachment, line.supplement, line.removable) for line in lines] == [(before, False, False)]


def test_the_list_asks_as_many_queries_for_thirty_as_for_one(inside, django_assert_num_queries):
    for count in (1, 30):
        for number in range(count):
            attach(PDF + bytes([number]), f"{number}.pdf")
        with django_assert_num_queries(2):
            assert len(lines_of("minutes", OWNER, closed_at=None, at=AT)) == count


def test_a_photograph_is_kept_without_its_traces(inside):
    attachment = attach(a_jpeg(), "大合影.jpg")

    with default_storage.open(attachment.path) as file:
        kept = file.read()
    assert b"GPS" in a_jpeg() and b"GPS" not in kept
    assert (attachment.size, attachment.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())


@pytest.mark.django_db(transaction=True)
def test_the_file_goes_a_day_after_it_was_removed_and_once_that_is_certain(inside, files, close):
    actions.remove(attach(), by=CLERK, at=AT)
    actions.forget_removed(at=AT + timedelta(hours=23))
    assert Attachment.objects.exists()

    with transaction.atomic():
        actions.forget_removed(at=AT + timedelta(hours=24))
        assert len(kept(files)) == 1

    assert kept(files) == []
    assert not Attachment.objects.exists()


def test_what_is_removed_and_attached_again_comes_back(inside, close):
    actions.remove(attach(), by=CLERK, at=AT)

    assert attach(name="again.pdf").removed_at is None
    assert list(attachments_of("minutes", OWNER)) == [Attachment.objects.get()]


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
        ("a.jpg", CLEAN_JPEG),
        ("a.jpeg", CLEAN_JPEG),
        ("a.png", CLEAN_PNG),
        ("a.docx", office("word/document.xml")),
        ("a.xlsx", office("xl/workbook.xml")),
        ("a.pptx", office("ppt/presentation.xml")),
        ("a.txt", "会议记录".encode("gb18030")),
        ("a.mp3", b"ID3rest"),
        ("a.doc", OLD_WORD),
        ("a.wps", OLD_WORD),
        ("a.ofd", office("OFD.xml")),
        ("a.HEIC", a_heic()),
    ],
)
def test_it_takes_the_usual_kinds(inside, name, content):
    assert attach(content, name).size == len(content)


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.pdf", b"", refusals.EmptyFile),
        ("a.exe", b"MZ", refusals.WrongType),
        ("no extension", PDF, refusals.WrongType),
        ("a.pdf", b"<html>", refusals.NotWhatItSays),
        ("a.docx", office("xl/workbook.xml"), refusals.NotWhatItSays),
        ("a.xlsx", b"PK\x03\x04 broken", refusals.NotWhatItSays),
        ("a.txt", b"MZ\0\0", refusals.NotWhatItSays),
        ("a.pdf", CLEAN_JPEG, refusals.NotWhatItSays),
        ("a.jpg", CLEAN_JPEG[:-2], refusals.NotWhatItSays),  # broken off: what cannot be read cannot be cleaned
        ("a.png", CLEAN_PNG[:-1], refusals.NotWhatItSays),
        ("a.doc", office("word/document.xml"), refusals.NotWhatItSays),
        ("a.doc", OLD_WORD[:8], refusals.NotWhatItSays),
        ("a.ofd", office("word/document.xml"), refusals.NotWhatItSays),
        ("a.heic", CLEAN_JPEG, refusals.NotWhatItSays),
        ("a.heic", a_heic()[:90], refusals.NotWhatItSays),
    ],
)
def test_it_refuses_what_is_not_what_it_says(inside, files, name, content, refusal):
    with pytest.raises(refusal):
        attach(content, name)

    assert kept(files) == []


def test_it_refuses_more_than_twenty_megabytes(inside):
    with pytest.raises(refusals.TooLarge, match="20"):
        attach(PDF + bytes(actions.LARGEST))
