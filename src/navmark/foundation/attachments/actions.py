"""Attaching and removing files. The file is written before its row and removed after it, so no row points to nothing."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from typing import IO, Any, cast
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from navmark.foundation.attachments import logs as logs  # registers what is recorded below
from navmark.foundation.attachments import owners
from navmark.foundation.attachments.broken import Broken
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.media import MEDIA, check_content, extension_of
from navmark.foundation.attachments.models import Attachment, FileKind
from navmark.foundation.attachments.photographs import WITHOUT_TRACES
from navmark.foundation.attachments.queries import attachments_of, is_removable
from navmark.foundation.attachments.refusals import EmptyFile, FileStays, NotWhatItSays, TooLarge
from navmark.foundation.audit.actions import record
from navmark.foundation.tenancy.scope import active_school_id

LARGEST = 20 * 1024**2  # bytes
BROUGHT_BACK_WITHIN = timedelta(days=1)  # no longer: the wrong file may be somebody's secret


def attach(
    upload: UploadedFile, *, owner_kind: str, owner_id: UUID, by: Any, at: datetime, kind: str = FileKind.OTHER,
    place: str = "",
) -> Attachment:  # fmt: skip
    """Keep the file with its owner, a photograph without its traces; the same content twice is one attachment.

    What was removed today and is attached again comes back. `place`: the question of the owner's paper that it answers.

    Raises Empty, TooLarge, WrongType or NotWhatItSays, Unfit where no more may hang there. An owner that is closed still
    takes files: they are supplements.
    """
    extension = _checked(upload)
    content = _clean(upload, extension)
    digest = _digest(content)
    known = Attachment.objects.filter(owner_kind=owner_kind, owner_id=owner_id, sha256=digest).first()
    if known:
        return bring_back(known, place=place or known.place, by=by, at=at)
    attachment = Attachment(
        school_id=active_school_id(), owner_kind=owner_kind, owner_id=owner_id, kind=kind, size=content.size, sha256=digest,
        media_type=MEDIA[extension].media_type, name=filename((upload.name or "").rpartition(".")[0], extension),
        uploaded_by=getattr(by, "pk", by), uploaded_at=at,
    )  # fmt: skip
    kept = _keep(attachment, content, extension, by=by)
    return bring_back(kept, place=place, by=by, at=at) if place else kept


@transaction.atomic
def remove(attachment: Attachment, *, by: Any, at: datetime) -> None:
    """Nobody opens it any more; for a day it can be brought back. Raises Settled."""
    if not is_removable(attachment, owners.owner_kind(attachment.owner_kind).closed_at(attachment.owner_id), at=at):
        raise FileStays
    if Attachment.objects.filter(pk=attachment.pk, removed_at=None).update(removed_at=at):
        _note("records.removed", attachment, by=by, at=at)
        _hang(attachment, there=False, by=by, at=at)


@transaction.atomic
def bring_back(attachment: Attachment, *, place: str | None = None, by: Any, at: datetime) -> Attachment:
    """Where it stood, or at this `place`; what is there already stays."""
    if Attachment.objects.filter(pk=attachment.pk, removed_at__isnull=False).update(removed_at=None):
        _note("attachments.brought_back", attachment, by=by, at=at)
    attachment.removed_at = None
    if place is not None and place != attachment.place:
        _hang(attachment, there=False, by=by, at=at)
        attachment.place = place
        attachment.save(update_fields=["place"])
    _hang(attachment, there=True, by=by, at=at)
    return attachment


def _hang(attachment: Attachment, *, there: bool, by: Any, at: datetime) -> None:
    """Let the paper of its owner name it, or name it no more."""
    if attachment.place:
        owner = owners.owner_kind(attachment.owner_kind)
        owner.hang(attachment.owner_id, attachment.place, attachment.pk, there=there, by=by, at=at)


@transaction.atomic
def forget_removed(*, at: datetime) -> None:
    """What was removed a day ago goes: the row now, the file once that is certain. The trail keeps name and digest."""
    for attachment in Attachment.objects.select_for_update().filter(removed_at__lte=at - BROUGHT_BACK_WITHIN):
        attachment.delete()
        transaction.on_commit(partial(default_storage.delete, attachment.path))


@transaction.atomic
def forget_with(owner_kind: str, owner_ids: Collection[UUID]) -> None:
    """These owners are no more: their files go with them."""
    for attachment in Attachment.objects.select_for_update().filter(owner_kind=owner_kind, owner_id__in=owner_ids):
        attachment.delete()
        transaction.on_commit(partial(default_storage.delete, attachment.path))


def _note(kind: str, attachment: Attachment, *, by: Any, at: datetime) -> None:
    """In the trail of the owner, whose history shows it."""
    subject = (attachment.owner_kind, attachment.owner_id)
    record(kind, by=by, at=at, subject=subject, file=str(attachment.pk), name=attachment.name, sha256=attachment.sha256)


def _checked(upload: UploadedFile) -> str:
    if not upload.size:
        raise EmptyFile
    if upload.size > LARGEST:
        raise TooLarge(limit=LARGEST)
    extension = extension_of(upload.name or "")
    check_content(cast(IO[bytes], upload.file), extension=extension)
    return extension


def _clean(upload: UploadedFile, extension: str) -> File:
    """What is kept. A photograph that cannot be read through cannot be freed of its traces either, and is refused."""
    without_traces = WITHOUT_TRACES.get(extension)
    if without_traces is None:
        return upload
    try:
        return ContentFile(without_traces(upload.read()))
    except Broken:
        raise NotWhatItSays(extension=extension) from None


def _digest(content: File) -> str:
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _keep(attachment: Attachment, content: File, extension: str, *, by: Any) -> Attachment:
    content.seek(0)
    name = f"{attachment.school_id}/{attachment.uploaded_at:%Y}/{attachment.pk}.{extension}"
    try:
        attachment.path = default_storage.save(name, content)
        with transaction.atomic():
            attachment.save(force_insert=True)
            _note("records.attached", attachment, by=by, at=attachment.uploaded_at)
    except IntegrityError:  # the same file arrived twice at once
        default_storage.delete(attachment.path)
        return attachments_of(attachment.owner_kind, attachment.owner_id).get(sha256=attachment.sha256)
    except BaseException:  # of a full disk, too: half a file would stay without its row
        default_storage.delete(name)
        raise
    return attachment
