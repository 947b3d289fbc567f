"""Rotas out of a mechanism's file, and out of the line of an activity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navmark.foundation.papers.faults import Fault
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.people.circles import circle
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.activities.reading import KindData
from navmark.foundation.programme.nouns.rotas.sense import OFTEN, WEEKS, senseless
from navmark.foundation.programme.nouns.rotas.structure import RotaTable


@dataclass(frozen=True)
class RotaData:
    """One rota, checked; `kind` and `field` of the activity whose it is."""

    code: str
    title: str
    title_en: str
    page: Page
    table: RotaTable
    kind: str = ""
    field: str = ""


def read(tables: Mapping[str, RotaTable], page: Page, on: date) -> Iterator[RotaData | Fault]:
    exists = exists_here()
    for code, table in tables.items():
        yield from senseless(table, ("rota", code), exists)
        title, title_en = table.title or page.title, table.title_en or page.title_en
        yield RotaData(code, title, title_en, page, table, kind=table.activity)


def of_activity(kind: KindData) -> RotaData | None:
    """That of the line in it: kept and read by whoever keeps and reads the activity by an office."""
    line, table = kind.table.rota, kind.table
    if line is None:
        return None
    often = line.every or OFTEN[table.cadence.every if table.cadence else ""]
    weeks = (line.weeks or (table.cadence.weeks if table.cadence else ())) if often == WEEKS else ()
    said = line.model_dump() | {
        "unit": table.unit, "every": often, "weeks": weeks, "keepers": _offices(table.keepers),
        "readers": _offices(table.readers),
    }  # fmt: skip
    title, title_en = f"{kind.title}轮值", f"Turns of {kind.title_en}" if kind.title_en else ""
    return RotaData(kind.code, title, title_en, kind.page, RotaTable(**said), kind=kind.code, field=line.of)


def _offices(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if not circle(code).of_thing)
