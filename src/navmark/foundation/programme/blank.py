"""The paper of a kind as it prints before anybody has written: for whoever decides what it asks."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.on_paper import blocks
from navmark.foundation.printing.as_pdf import picture
from navmark.foundation.printing.sheet import Sheet, Title
from navmark.foundation.programme.speaking import titles_of

PAPER = "paper"


def blank_sheet(title: str, fields: Mapping[str, Any], *, on: date) -> Sheet:
    """`fields` as the page tells them; what stands above them (when, where, who) its room prints with the thing."""
    return Sheet(title, (Title(title), *blocks(described(fields), {}, known_here(on))), on=on)


def blank_of(page: Mapping[str, Any], noun: str, code: str, fields: Mapping[str, Any], *, on: date) -> Sheet:
    """Of a kind on a page; `fields` may be other than the page tells."""
    own = page[noun][code].get("sheet") if noun != PAPER else ""
    return blank_sheet(own or titles_of({"": page})[code], fields, on=on)


def pictured_blank(page: Mapping[str, Any], noun: str, code: str, fields: Mapping[str, Any], *, on: date) -> str:
    """Its first page as the address of a picture. Raises Misdescribed."""
    drawn = b64encode(picture(blank_of(page, noun, code, fields, on=on))).decode()
    return f"data:image/png;base64,{drawn}"
