"""A sheet as PDF."""

from dataclasses import asdict
from pathlib import Path

from navmark.foundation.printing.sheet import Sheet
from navmark.foundation.printing.typesetting import typeset

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"


def pdf(sheet: Sheet) -> bytes:
    blocks = [{"is": type(block).__name__.lower(), **asdict(block)} for block in sheet.blocks]
    return typeset(TEMPLATE, {"name": sheet.name, "blocks": blocks})
