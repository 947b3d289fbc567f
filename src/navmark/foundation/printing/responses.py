"""A printed sheet on its way to the browser, under its Chinese name. The caller has asked the door of its owner before."""

from io import BytesIO

from django.http import FileResponse

from navmark.foundation.attachments.media import MEDIA, extension_of


def printed(content: bytes, name: str, *, inline: bool = False) -> FileResponse:
    """A printed sheet; `inline` shows a PDF in the browser, whose print button is the nearest."""
    kind = MEDIA[extension_of(name)].media_type
    return FileResponse(BytesIO(content), as_attachment=not inline, filename=name, content_type=kind)
