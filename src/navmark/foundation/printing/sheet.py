"""What a printed sheet is made of. Every printer (PDF, DOCX, plain text) knows exactly these blocks.

An empty text prints as ruled lines and an empty field as an empty cell: a half-filled record is a form to fill by hand.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Title:
    """The sheet's name, with a line beneath: whose it is on the left, which one on the right."""

    text: str
    left: str = ""
    right: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Labelled:
    label: str
    value: str = ""


@dataclass(frozen=True)
class Grid:
    """A ruled form: one to four fields a row, their edges aligned. `together` keeps it on one page."""

    rows: tuple[tuple[Labelled, ...], ...]
    together: bool = False


@dataclass(frozen=True)
class Heading:
    """一、 (level 1) and (一) (level 2); never left alone at the foot of a page."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """Paragraphs (one a line), opened by `lead` in bold. Empty: `ruled` lines to write on, of which the first two stay on one
    page, so that no heading stands over a single one. `kept` with what follows."""

    text: str
    lead: str = ""
    ruled: int = 2
    kept: bool = False


@dataclass(frozen=True)
class RuledColumn:
    heading: str
    width: int  # mm; the columns of a table add up to the page's width
    centred: bool = True


@dataclass(frozen=True)
class PaperSize:
    """`width`: mm between the margins; `form`: points inside forms and tables."""

    width: int
    form: float = 10.5
    paper: Literal["a4", "a3"] = "a4"
    across: bool = True


UPRIGHT = PaperSize(156, form=12, across=False)  # of GB/T 9704
ACROSS, WIDE = PaperSize(257), PaperSize(380, paper="a3")  # for long lists
WIDTH = UPRIGHT.width


@dataclass(frozen=True)
class RuledTable:
    """Rows under a heading that every page repeats; at least `least` rows, the missing ones empty. `dense`: lower rows."""

    columns: tuple[RuledColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    least: int = 0
    dense: bool = False


@dataclass(frozen=True)
class Signatures:
    """Rows of places to sign: each a word and a rule to write on, and the day to fill in.

    Never on a page of its own: what stands before goes along, so that nobody signs under nothing.
    """

    rows: tuple[tuple[str, ...], ...]
    dated: bool = True


@dataclass(frozen=True)
class Space:
    """An empty framed place, for photographs; on the page of what stands before."""

    caption: str
    height: int  # mm


@dataclass(frozen=True)
class Cut:
    """A dashed line along which what stands below is torn off; `text` names that. What stands below goes along."""

    text: str


@dataclass(frozen=True)
class Note:
    """A small line: when it was tidied, what is attached. Never alone on a last page: what stands before goes along."""

    text: str


Block = Title | Grid | Heading | Text | RuledTable | Signatures | Space | Cut | Note


@dataclass(frozen=True)
class Sheet:
    name: str  # stands in the file's properties, never in the print
    blocks: tuple[Block, ...]
    on: date | None = None  # the day it is about, in the properties of a DOCX
    page: PaperSize = UPRIGHT
