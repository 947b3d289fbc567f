"""Attaching and removing files. The file is written before its row and removed after it, so no row points to nothing."""

import hashlib
from datetime import datetime
from typing import IO, Any, cast
from uuid import UUID

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.records import logs as logs  # registers what is recorded below
from navmark.foundation.records.filenames import filename
from navmark.foundation.records.media import MEDIA, check_content, extension_of
from navmark.foundation.records.models import Attachment
from navmark.foundation.records.queries import attachments_of
from navmark.foundation.records.refusals import Empty, TooLarge
from navmark.foundation.tenancy.scope import active_school_id

LARGEST = 20 * 1024**2  # bytes


def attach(upload: UploadedFile, *, kind: str, owner_id: UUID, by: Any, at: datetime) -> Attachment:
    """Keep the file with its owner; the same content twice is one attachment, so a double tap does no harm.

    Raises Empty, TooLarge, WrongType or NotWhatItSays.
    """
    extension = _checked(upload)
    digest = _digest(upload)
    known = attachments_of(kind, owner_id).filter(sha256=digest).first()
    return known or _keep(upload, extension, digest, kind=kind, owner_id=owner_id, by=by, at=at)


@transaction.atomic
def remove(attachment: Attachment, *, by: Any, at: datetime) -> None:
    """Take the row away now and the file once that is certain; the trail keeps its name and digest."""
    record("records.removed", by=by, at=at, subject=attachment, name=attachment.name, sha256=attachment.sha256)
    attachment.delete()
    transaction.on_commit(lambda: default_storage.delete(attachment.path))


def _checked(upload: UploadedFile) -> str:
    if not upload.size:
        raise Empty
    if upload.size > LARGEST:
        raise TooLarge(limit=LARGEST)
    extension = extension_of(upload.name or "")
    check_content(cast(IO[bytes], upload.file), extension=extension)
    return extension


def _digest(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _keep(upload: UploadedFile, extension: str, digest: str, *, kind: str, owner_id: UUID, by: Any, at: datetime) -> Attachment:
    attachment = Attachment(
        school_id=active_school_id(), owner_kind=kind, owner_id=owner_id, media_type=MEDIA[extension].media_type,
        name=filename((upload.name or "").rpartition(".")[0], extension), size=upload.size or 0, sha256=digest,
        uploaded_by=getattr(by, "pk", by), uploaded_at=at,
    )  # fmt: skip
    upload.seek(0)
    attachment.path = default_storage.save(f"{attachment.school_id}/{at:%Y}/{attachment.pk}.{extension}", upload)
    try:
        with transaction.atomic():
            attachment.save(force_insert=True)
            record("records.attached", by=by, at=at, subject=attachment, name=attachment.name, sha256=digest)
    except IntegrityError:  # the same file arrived twice at once
        default_storage.delete(attachment.path)
        return attachments_of(kind, owner_id).get(sha256=digest)
    except BaseException:
        default_storage.delete(attachment.path)
        raise
    return attachment
