"""Kinds of pledge out of a mechanism's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.pledges.sense import senseless
from navmark.foundation.programme.nouns.pledges.structure import PledgeTable


@dataclass(frozen=True)
class PledgeData:
    """One kind of pledge, checked."""

    code: str
    title: str
    title_en: str
    page: Page
    table: PledgeTable
    paper: Description


def read(tables: Mapping[str, PledgeTable], page: Page, on: date) -> Iterator[PledgeData | Fault]:
    exists = exists_here()
    for code, table in tables.items():
        path = ("pledge", code)
        yield from senseless(table, path, exists)
        try:
            paper = described(table.paper, path=(*path, "paper"), exists=exists)
        except Misdescribed as wrong:
            yield from wrong.faults
            continue
        yield PledgeData(code, table.title or page.title, table.title_en or page.title_en, page, table, paper)
