"""The paper as it is read on a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.types.files import HungFile, Papers
from navmark.foundation.papers.types.furniture import Furniture, Section
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.rows import Rows


@dataclass(frozen=True)
class Shown:
    """One question and its answer, under a heading of the paper: `words`, or a table of `headings` and `rows`. One
    without a label only opens the chapter, which may have nothing in it. What `is_counted` is known when it is over.
    """

    label: str
    words: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_long: bool = False
    is_sealed: bool = False
    is_counted: bool = False
    chapter: str = ""
    files: tuple[HungFile, ...] = ()

    @property
    def is_planned(self) -> bool:
        """Whether it says something of what is still to come."""
        return not self.is_counted and bool(self.words or self.rows or self.files)


def shown(description: Description, values: Values, known: Known, *, sealed: bool = True) -> list[Shown]:
    """The answers in their order, what nobody answered too; without `sealed` what is sensitive is left out."""
    told = description.with_totals(values)
    return list(_shown(description, told, known, sealed))


def _shown(description: Description, values: Values, known: Known, sealed: bool) -> Iterator[Shown]:
    chapter = ""
    for one in description.shown(values, known.on):
        value = values.get(one.key)
        if isinstance(one, Section):
            chapter = one.name
            yield Shown("", chapter=chapter)
        elif isinstance(one, Furniture) or (one.is_sealed and not sealed):
            continue
        elif isinstance(one, Rows):
            headings = tuple(column.name for column in one.columns)
            lines = tuple(one.lines_on_page(value, known))
            yield Shown(one.name, headings=headings, rows=lines, is_sealed=one.is_sealed, chapter=chapter)
        elif isinstance(one, Papers):
            yield Shown(one.name, one.words(value, known), chapter=chapter, files=one.hung(value, known))
        else:
            yield _one_of(one, one.on_page(value, known), chapter)


def _one_of(one: PaperField, words: str, chapter: str) -> Shown:
    counted = isinstance(one, Number) and one.required != BEFORE
    return Shown(one.name, words, is_long=one.is_long, is_sealed=one.is_sealed, is_counted=counted, chapter=chapter)
