"""民主评议党员测评表: the paper on which each voter marks every full member once, and the committee as a body.

Nothing on it tells one paper from another: no name, no signature, and no page number, which would count the papers through.
"""

from datetime import date
from pathlib import Path

from navmark.foundation.printing import wording
from navmark.foundation.printing.typesetting import typeset
from navmark.pillars.demonstration.branch_life.sheets.yearly import COMMITTEE_MARKS, MARKS

TITLE = "民主评议党员测评表"
SLIPS = Path(__file__).parent / "typst" / "grading.typ"


def slips(organisation: str, year: int, names: tuple[str, ...], *, count: int, on: date) -> bytes:
    """`count` equal papers as PDF, each on one page as long as the names allow."""
    facts = {
        "title": TITLE,
        "organisation": organisation,
        "year": f"{year}年度",
        "on": wording.day(on),
        "marks": list(MARKS),
        "committee_marks": list(COMMITTEE_MARKS),
        "names": list(names),
        "count": count,
    }
    return typeset(SLIPS, facts)
