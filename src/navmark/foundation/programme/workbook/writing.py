"""A programme's pages as worksheets. One row says one thing; what a page says twice is repeated down its rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.programme.headings import heading_of
from navmark.foundation.programme.texts import HEAD
from navmark.foundation.programme.words import CIRCLES, TYPES, UNITS
from navmark.foundation.programme.workbook.sheets import (
    AS_OF_PAGE,
    CADENCES,
    COURSE,
    FIELDS,
    HEAD_LEAF,
    ITEMS,
    LEAVES,
    PAGE_KEYS,
    PILLAR,
    PROGRAMME,
    REST,
    ROTAS,
    SETTINGS,
    STATE,
    STEP,
    Leaf,
    Row,
)
from navmark.foundation.tables.writing import Field, Worksheet, workbook

Said = Mapping[str, Mapping[str, Any]]  # by file, as `Programme.said`
WORDS = "词表"
PAPER = "paper"


def as_workbook(said: Said) -> bytes:
    """In the school's own language, whoever takes it out."""
    with override(settings.LANGUAGE_CODE):
        parts = (_head, _items, _fields, _courses, _cadences, _rotas, _settings)
        rows = {leaf: part(said) for leaf, part in zip(LEAVES, parts, strict=True)}
        return workbook([*(_worksheet(leaf, list(some)) for leaf, some in rows.items()), _words()])


def _worksheet(leaf: Leaf, rows: list[Row]) -> Worksheet:
    fields = [Field(one.heading, "identifier", note=str(one.note), choices=one.form.choices()) for one in leaf.columns]
    return Worksheet(leaf.name, fields, [list(leaf.cells(row)) for row in rows])


def _words() -> Worksheet:
    """What may be written where, to look up and to copy."""
    lists = [[word for _code, word in closed.choices()] for closed in (CIRCLES, UNITS, TYPES)]
    longest = max(map(len, lists))
    rows = [[some[place] if place < len(some) else None for some in lists] for place in range(longest)]
    return Worksheet(WORDS, [Field(_("circles")), Field(_("kinds of unit")), Field(_("kinds of answer"))], rows)


def _head(said: Said) -> Iterator[Row]:
    head = {key: value for key, value in said[HEAD].items() if key != "pillars"}
    yield HEAD_LEAF.row({"what": PROGRAMME}, head)
    for code, heading in said[HEAD]["pillars"].items():
        yield {"what": PILLAR, "code": code, **heading}


def _items(said: Said) -> Iterator[Row]:
    for file, page in _pages(said):
        head = {AS_OF_PAGE.get(key, key): page[key] for key in PAGE_KEYS if key in page}
        nouns = [(word, code, told) for word, code, told in _nouns(page) if word != POLICY]
        for word, code, told in nouns:
            elsewhere = {*ELSEWHERE, *OF_TURNS} if word == ROTA else ELSEWHERE
            own = {key: value for key, value in told.items() if key not in elsewhere} if word != PAPER else {}
            yield ITEMS.row({**_place(file, page), **head, "noun": word, "code": code}, own)
        if not nouns:
            yield {**_place(file, page), **head}


POLICY, ROTA = "policy", "rota"
ELSEWHERE = (PAPER, "states", "steps", "cadence", ROTA)
OF_TURNS = [one.key for one in ROTAS.columns if one.key not in ("noun", "code", REST)] + ["posts", "shifts", "checklist", "as_of"]


def _pages(said: Said) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((file, page) for file, page in said.items() if file != HEAD)


def _nouns(page: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for word, tables in page.items():
        if isinstance(tables, Mapping):
            yield from ((word, code, told) for code, told in tables.items())


def _all_nouns(said: Said) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for _file, page in _pages(said):
        yield from _nouns(page)


def _fields(said: Said) -> Iterator[Row]:
    for word, code, told in _all_nouns(said):
        for key, field in (told if word == PAPER else told.get(PAPER, {})).items() if word != POLICY else ():
            columns = field.get("columns", {})
            own = {name: value for name, value in field.items() if name != "columns"}
            yield FIELDS.row({"noun": word, "code": code, "key": key}, own)
            for column, one in columns.items():
                yield FIELDS.row({"noun": word, "code": code, "above": key, "key": column}, one)


def _courses(said: Said) -> Iterator[Row]:
    for word, code, told in _all_nouns(said):
        if word == PAPER:
            continue
        for what, tables in ((STATE, told.get("states", {})), (STEP, told.get("steps", {}))):
            for key, one in tables.items():
                yield COURSE.row({"noun": word, "code": code, "what": what, "key": key}, _with_words(one))


def _with_words(told: Mapping[str, Any]) -> dict[str, Any]:
    """A button stands in the column of the words."""
    return {{"button": "words", "button_en": "words_en"}.get(key, key): value for key, value in told.items()}


def _cadences(said: Said) -> Iterator[Row]:
    for word, code, told in _all_nouns(said):
        if word != PAPER and isinstance(told.get("cadence"), Mapping):
            yield CADENCES.row({"noun": word, "code": code}, told["cadence"])


def _rotas(said: Said) -> Iterator[Row]:
    """Those that stand by themselves, and the lines of activities."""
    for word, code, told in _all_nouns(said):
        if word == ROTA:
            yield ROTAS.row({"noun": word, "code": code}, {key: told[key] for key in OF_TURNS if key in told})
        elif word != PAPER and isinstance(told.get(ROTA), Mapping):
            yield ROTAS.row({"noun": word, "code": code}, told[ROTA])


def _settings(said: Said) -> Iterator[Row]:
    for file, page in _pages(said):
        for code, told in page.get(POLICY, {}).items():
            own = {key: value for key, value in told.items() if key != "decision"} | told.get("decision", {})
            yield SETTINGS.row({**_place(file, page), "code": code}, own)


def _place(file: str, page: Mapping[str, Any]) -> Row:
    """The heading, and the name of the page; with its folder where that is another."""
    heading, name = heading_of(file, page), file.removesuffix(".toml")
    return {"pillar": heading, "page": name.removeprefix(f"{heading}/")}
