"""A file on its way to the browser, under its Chinese name. The caller has asked the owner's door before."""

from io import BytesIO

from django.core.files.storage import default_storage
from django.http import FileResponse

from navmark.foundation.records.media import MEDIA, extension_of
from navmark.foundation.records.models import Attachment


def printed(content: bytes, name: str, *, inline: bool = False) -> FileResponse:
    """A printed sheet; `inline` shows a PDF in the browser, whose print button is the nearest."""
    kind = MEDIA[extension_of(name)].media_type
    return FileResponse(BytesIO(content), as_attachment=not inline, filename=name, content_type=kind)


def download(attachment: Attachment) -> FileResponse:
    """Always as a download, so that nothing that was uploaded runs on our pages."""
    file = default_storage.open(attachment.path)
    return FileResponse(file, as_attachment=True, filename=attachment.name, content_type=attachment.media_type)
