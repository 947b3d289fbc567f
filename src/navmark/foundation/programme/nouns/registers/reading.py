"""Registers out of a mechanism's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.activities.sense import senseless_cadence
from navmark.foundation.programme.nouns.registers import keeping
from navmark.foundation.programme.nouns.registers.sense import senseless
from navmark.foundation.programme.nouns.registers.structure import RegisterTable


@dataclass(frozen=True)
class RegisterData:
    """One register, checked."""

    code: str
    title: str
    title_en: str
    page: Page
    table: RegisterTable
    paper: Description


def read(tables: Mapping[str, RegisterTable], page: Page, on: date) -> Iterator[RegisterData | Fault]:
    for code, table in tables.items():
        path, exists = ("register", code), exists_here(table.steps)
        yield from senseless(table, path, exists)
        yield from keeping.senseless(table, path, exists)
        yield from senseless_cadence(table.cadence, (*path, "cadence"), on=on) if table.cadence else ()
        try:
            paper = described(table.paper, path=(*path, "paper"), exists=exists)
        except Misdescribed as wrong:
            yield from wrong.faults
            continue
        yield RegisterData(code, table.title or page.title, table.title_en or page.title_en, page, table, paper)
