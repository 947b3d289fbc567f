"""What is wrong in a workbook: worksheet, row, column, and how to mend it; every fault at once, and nothing is taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from navmark.foundation.ui.marks import colon
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class WrongCell:
    worksheet: str
    row: str  # as a person counts it; empty where it is the worksheet as a whole
    column: str
    words: str

    def __str__(self) -> str:
        row = _("row %(row)s") % {"row": self.row} if self.row else ""
        return " · ".join(part for part in (f"“{self.worksheet}”", row, self.column) if part) + colon() + self.words


class WrongWorkbook(Refusal):
    """Nothing of it was taken."""

    def __init__(self, wrongs: Iterable[WrongCell]) -> None:
        self.wrongs = tuple(wrongs)
        super().__init__("\n".join(map(str, self.wrongs)))
