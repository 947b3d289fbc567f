"""The paper as it is read on a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.types.furniture import Furniture, Section
from navmark.foundation.papers.types.rows import Rows


@dataclass(frozen=True)
class Shown:
    """One question and its answer: `words`, or a table of `headings` and `rows`. A heading has neither."""

    label: str
    words: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_heading: bool = False
    is_long: bool = False
    is_sealed: bool = False


def shown(description: Description, values: Values, known: Known, *, sealed: bool = True) -> list[Shown]:
    """The answers in their order, what nobody answered too; without `sealed` what is sensitive is left out."""
    told = description.with_totals(values)
    return list(_shown(description, told, known, sealed))


def _shown(description: Description, values: Values, known: Known, sealed: bool) -> Iterator[Shown]:
    for one in description.shown(values, known.on):
        value = values.get(one.key)
        if isinstance(one, Section):
            yield Shown(one.name, is_heading=True)
        elif isinstance(one, Furniture) or (one.is_sealed and not sealed):
            continue
        elif isinstance(one, Rows):
            headings = tuple(column.name for column in one.columns)
            yield Shown(one.name, headings=headings, rows=tuple(one.lines_of(value, known)), is_sealed=one.is_sealed)
        else:
            yield Shown(one.name, one.words(value, known), is_long=one.is_long, is_sealed=one.is_sealed)
