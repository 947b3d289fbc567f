"""A printed sheet on its way to the browser, under its Chinese name. The caller has asked the door of its owner before."""

from io import BytesIO

from django.http import FileResponse

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.media import MEDIA, extension_of
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.sheet import Sheet


def printed(content: bytes, name: str, *, inline: bool = False) -> FileResponse:
    """A printed sheet; `inline` shows a PDF in the browser, whose print button is the nearest."""
    kind = MEDIA[extension_of(name)].media_type
    return FileResponse(BytesIO(content), as_attachment=not inline, filename=name, content_type=kind)


def sheet_printed(sheet: Sheet, form: Form = "pdf") -> FileResponse:
    """A sheet in either form, called by its own name and day."""
    return printed(printed_as(sheet, form), filename(sheet.name, form, on=sheet.on), inline=form == "pdf")
