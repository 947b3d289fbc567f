"""Rows of a list on the page, put together here: for hundreds of cells a template takes three times as long."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from navmark.foundation.ui.dates import cn_date

LONGEST = 40  # characters; the export has the whole
SHORT = 10  # a state, a day of this year or a short word is not broken in two


def row_of(values: Sequence[Any], headings: Iterable[str], *, at: int, address: str) -> SafeString:
    """The cells of one row, each with the heading that a phone shows before it; the one at `at` names the row and leads there."""
    cells = list(map(_cell, values, headings))
    title = _words(values[at])
    cells[at] = f'<th scope="row"{_kept(title)}><a href="{address}">{escape(title)}</a></th>'
    return mark_safe("".join(cells))


def _cell(value: Any, heading: str) -> str:
    words = _words(value)
    short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return f'<td{_kept(words)} data-label="{escape(heading)}">{escape(short)}</td>'


def _kept(words: str) -> str:
    return ' class="nowrap"' if len(words) <= SHORT else ""


def _words(value: Any) -> str:
    return cn_date(value) if isinstance(value, date) else "" if value is None else str(value)
