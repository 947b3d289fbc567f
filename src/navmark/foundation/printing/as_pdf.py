"""A sheet as PDF, or as a picture of its first page."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.sheet import Sheet
from navmark.foundation.printing.typesetting import pictured, typeset

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"


def pdf(sheet: Sheet, *, faces: Faces | None = None) -> bytes:
    """`faces` are those that a locked record was locked with; else the best there is today."""
    return typeset(TEMPLATE, _facts(sheet), faces=faces)


def picture(sheet: Sheet) -> bytes:
    """PNG of its first page."""
    return pictured(TEMPLATE, _facts(sheet))


def _facts(sheet: Sheet) -> dict[str, Any]:
    blocks = [{"is": type(block).__name__.lower(), **asdict(block)} for block in sheet.blocks]
    return {"name": sheet.name, "blocks": blocks, "page": asdict(sheet.page)}
