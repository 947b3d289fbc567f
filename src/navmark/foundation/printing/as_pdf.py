"""A sheet as PDF."""

from dataclasses import asdict
from pathlib import Path

from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.sheet import Sheet
from navmark.foundation.printing.typesetting import typeset

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"


def pdf(sheet: Sheet, *, faces: Faces | None = None) -> bytes:
    """`faces` are those that a locked record was locked with; else the best there is today."""
    blocks = [{"is": type(block).__name__.lower(), **asdict(block)} for block in sheet.blocks]
    return typeset(TEMPLATE, {"name": sheet.name, "blocks": blocks}, faces=faces)
