"""Kinds of activity out of a mechanism's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.activities.sense import senseless
from navmark.foundation.programme.nouns.activities.structure import ActivityTable


@dataclass(frozen=True)
class KindData:
    """One kind of activity, checked."""

    code: str
    title: str
    title_en: str
    page: Page
    table: ActivityTable
    paper: Description


def read(tables: Mapping[str, ActivityTable], page: Page, on: date) -> Iterator[KindData | Fault]:
    exists = exists_here()
    for code, table in tables.items():
        path = ("activity", code)
        yield from senseless(table, path, exists, on=on)
        try:
            paper = described(table.paper, path=(*path, "paper"), exists=exists)
        except Misdescribed as wrong:
            yield from wrong.faults
            continue
        yield KindData(code, table.title or page.title, table.title_en or page.title_en, page, table, paper)
