"""A sheet as a file, in either form."""

from typing import Literal

from navmark.foundation.printing.as_docx import docx
from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.sheet import Sheet

Form = Literal["pdf", "docx"]


def printed_as(sheet: Sheet, form: Form, *, faces: Faces | None = None) -> bytes:
    """The same sheet gives the same bytes. A DOCX names the official faces and embeds none, so `faces` are the PDF's alone."""
    return pdf(sheet, faces=faces) if form == "pdf" else docx(sheet)
