"""The paper of a kind as it prints before anybody has written: for whoever decides what it asks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.on_paper import blocks
from navmark.foundation.printing.sheet import Sheet, Title


def blank_sheet(title: str, fields: Mapping[str, Any], *, on: date) -> Sheet:
    """`fields` as the page tells them; what stands above them (when, where, who) its room prints with the thing."""
    return Sheet(title, (Title(title), *blocks(described(fields), {}, known_here(on))), on=on)
