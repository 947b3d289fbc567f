"""A sheet as a file, in either form."""

from typing import Literal

from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.sheet import Sheet

Form = Literal["pdf", "docx"]


def printed_as(sheet: Sheet, form: Form, *, faces: Faces | None = None) -> bytes:
    """The same sheet gives the same bytes. A DOCX names the official faces and embeds none, so `faces` are the PDF's alone."""
    if form == "pdf":
        return pdf(sheet, faces=faces)
    from navmark.foundation.printing.as_docx import docx  # noqa: PLC0415  its library's 8 MB are held only by who writes a DOCX

    return docx(sheet)
