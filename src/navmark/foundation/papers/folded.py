"""A small table in a row that is typed from paper: behind a fold, with as many lines as the empty sheet has, and some more below
what was typed. It is read as one cell, as a table brings it: a row a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.rows_field import SPARE
from navmark.foundation.papers.typed_cells import tidied, titled, widget_of
from navmark.foundation.papers.types.rows import Rows, in_one_cell

Lines = Sequence[Sequence[str]]


@dataclass(frozen=True)
class BatchFold:
    """`lines`: line by line the name of each column and its input; `filled`: how many lines hold something."""

    label: str
    columns: tuple[str, ...]
    lines: tuple[tuple[tuple[str, SafeString], ...], ...]
    filled: int
    errors: tuple[str, ...]


def lines_posted(field: Rows, posted: Mapping[str, str], name: str) -> Lines:
    """What was typed, to the last line that holds something."""
    lines = [[tidied(posted.get(_name(name, line, one), ""), one) for one in field.columns] for line in range(field.most)]
    return lines[: max((number for number, line in enumerate(lines) if any(line)), default=-1) + 1]


def cell_posted(field: Rows, posted: Mapping[str, str], name: str) -> str:
    """The same in one cell."""
    return in_one_cell(lines_posted(field, posted, name))


def fold(field: Rows, posted: Mapping[str, str], name: str, *, row: int, known: Known, errors: tuple[str, ...]) -> BatchFold:
    """`row`: in which it is typed, from 1."""
    typed = lines_posted(field, posted, name)
    shown = min(field.most, max(field.lines, len(typed) + SPARE if typed else 0))
    texts = [*typed, *([""] * len(field.columns) for _line in range(shown - len(typed)))]
    drawn = tuple(
        tuple(
            _input(one, text, _name(name, line, one), line, row, known)
            for one, text in zip(field.columns, texts[line], strict=True)
        )
        for line in range(shown)
    )
    filled = sum(any(line) for line in typed)
    return BatchFold(field.name, tuple(titled(one) for one in field.columns), drawn, filled, errors)


def _input(one: PaperField, text: str, name: str, line: int, row: int, known: Known) -> tuple[str, SafeString]:
    said = _("%(column)s, line %(line)d of row %(row)d") % {"column": titled(one), "line": line + 1, "row": row}
    return titled(one), widget_of(one, known).render(name, text, {"id": f"id_{name}", "aria-label": said})


def _name(name: str, line: int, one: PaperField) -> str:
    return f"{name}-{line}-{one.key}"
