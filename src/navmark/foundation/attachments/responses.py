"""A file on its way to the browser, under its Chinese name. The caller has asked the owner's door before."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from navmark.foundation.attachments.models import Attachment

# What was uploaded never acts as a page of ours. Browsers refuse to draw a PDF in a sandbox, and draw it with their own styles
# and plugin; it cannot be taken for a page, because its type is ours and is not guessed (nosniff).
SANDBOXED = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
INLINE = {
    "application/pdf": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
    "image/jpeg": SANDBOXED,
    "image/png": SANDBOXED,
}


def shown(attachment: Attachment) -> FileResponse:
    """A PDF or a picture in the browser, anything else as a download; never kept in the cache of a shared computer."""
    kind = attachment.media_type
    response = FileResponse(
        default_storage.open(attachment.path), as_attachment=kind not in INLINE, filename=attachment.name, content_type=kind
    )
    response["Content-Security-Policy"] = INLINE.get(kind, SANDBOXED)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
