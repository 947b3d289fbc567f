"""What the sheet asks of a kind that has rules of its own, out of a mechanism's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.programme.described import Page
from navmark.foundation.tables.refusals import listed


@dataclass(frozen=True)
class PaperData:
    """The paper of such a kind, checked."""

    code: str
    paper: Description


def read(tables: Mapping[str, dict[str, Any]], page: Page, on: date) -> Iterator[PaperData | Fault]:
    asking = [one.code for one in declared_kinds() if one.part_paper]
    for code, table in tables.items():
        path = ("paper", code)
        if code not in asking:
            yield Fault(path, _("no kind of this name has a paper; there are: %(kinds)s.") % {"kinds": listed(asking)})
            continue
        try:
            yield PaperData(code, described(table, path=path, exists=exists_here()))
        except Misdescribed as wrong:
            yield from wrong.faults
