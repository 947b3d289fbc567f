"""A workbook that comes back, as the pages of a programme. Whatever is wrong is named by worksheet, row, column and remedy."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.headings import STANDS_UNDER, file_here, put_under
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.texts import HEAD, Texts
from navmark.foundation.programme.workbook.refusals import WrongCell, WrongWorkbook
from navmark.foundation.programme.workbook.sheets import (
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
    Leaf,
    Row,
)
from navmark.foundation.programme.writing import as_toml
from navmark.foundation.tables.refusals import CellProblem, listed
from navmark.foundation.tables.spreadsheets import from_xlsx
from navmark.foundation.tables.table import Table

PAPER = "paper"
ROTA, DECIDED = "rota", ("by", "day", "basis")
WITHOUT_FIELDS = (PAPER, ROTA)  # a sheet is nothing but its fields, a rota has none


@dataclass
class _Book:
    """What was read so far, and where each thing stands."""

    head: dict[str, Any] = field(default_factory=lambda: {"pillars": {}})
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)  # (noun, code) -> file
    places: dict[tuple[str, Path], tuple[Leaf, str]] = field(default_factory=dict)  # -> its row
    wrongs: list[WrongCell] = field(default_factory=list)
    here: Collection[str] = ()  # the files of the school's own pages
    missed: set[tuple[Leaf, str | None, str | None]] = field(default_factory=set)  # leaf, noun and code of what no row describes

    def refuse(self, leaf: Leaf, row: str, key: str, words: str) -> None:
        column = leaf.column(key)
        self.wrongs.append(WrongCell(leaf.name, row, column.heading if column else "", words))

    def noun(self, leaf: Leaf, place: str, row: Row) -> dict[str, Any] | None:
        """The table of the kind or register that this row belongs to."""
        file = self.files.get((row.get("noun", ""), row.get("code", "")))
        if file is None:
            if (leaf, row.get("noun"), row.get("code")) not in self.missed:
                told = {"name": ITEMS.name, "code": row.get("code", "")}
                words = _(
                    "no row of the worksheet “%(name)s” has this kind and the code %(code)s; so for each row that names it."
                )
                self.refuse(leaf, place, "code", words % told)
            self.missed.add((leaf, row.get("noun"), row.get("code")))
            return None
        table: dict[str, Any] = self.pages[file][row["noun"]][row["code"]]
        return table

    def put(self, leaf: Leaf, place: str, into: dict[str, Any], key: str, told: Any, path: Path, file: str) -> None:
        if key in into:
            _leaf, first = self.places.get((file, path), (leaf, place))  # it may stand among the other settings
            words = _("“%(key)s” stands here twice, first in row %(row)s; keep one of the two rows.")
            self.refuse(leaf, place, "key", words % {"key": key, "row": first})
            return
        into[key] = told
        self.places[file, path] = (leaf, place)


Check = Callable[[Programme], Iterable[tuple[str, Fault]]]  # (file, fault) of what no page can tell of itself


def read_workbook(
    source: bytes, file_name: str, *, name: str, on: date, check: Check = lambda programme: (), here: Collection[str] = ()
) -> Programme:
    """`here`: the files of the school's own pages. Raises WrongWorkbook with every fault; a file that is no table as `tables`
    refuses it."""
    with override(settings.LANGUAGE_CODE):
        found = {table.worksheet: table for table in from_xlsx(source, file_name)}
        if merged := [wrong for leaf in LEAVES if (table := found.get(leaf.name)) for wrong in _merged(leaf, table)]:
            raise WrongWorkbook(merged)  # what else stands there cannot be read rightly before
        book = _Book(here=here)
        for leaf, take in zip(LEAVES, (_head, _item, _field, _course, _cadence, _rota, _setting), strict=True):
            for place, row in _rows(leaf, found.get(leaf.name), book):
                take(book, place, row)
        if book.wrongs:
            raise WrongWorkbook(book.wrongs)
        return _checked(book, name, on, check)


def _checked(book: _Book, name: str, on: date, check: Check) -> Programme:
    texts: Texts = {HEAD: as_toml(book.head)} | {file: as_toml(page) for file, page in book.pages.items()}
    try:
        programme = read_texts(texts, name=name, on=on)
        if lost := [_where(book, file, fault.path, fault.words) for file, fault in check(programme)]:
            raise WrongWorkbook(lost)
        return programme
    except WrongProgramme as wrong:
        raise WrongWorkbook(_where(book, one.file, one.fault.path, one.fault.words) for one in wrong.wrongs) from wrong


def _where(book: _Book, file: str, path: Path, words: str) -> WrongCell:
    """The cell of this value, or the row of the nearest thing that contains it."""
    for length in range(len(path), -1, -1):
        if found := book.places.get((file, tuple(path[:length]))):
            leaf, row = found
            inner = [part for part in path[length:] if leaf.column(part)]
            column = leaf.column(inner[0]) if inner else None
            return WrongCell(leaf.name, row, column.heading if column else "", words)
    return WrongCell(ITEMS.name, "", "", f"{file} {words}")


def _merged(leaf: Leaf, table: Table) -> Iterator[WrongCell]:
    for merge in table.merges:
        rows = "–".join(dict.fromkeys((table.place_of(merge.top), table.place_of(merge.bottom))))
        heading = table.rows[0][merge.left] if merge.left == merge.right else ""
        yield WrongCell(leaf.name, rows, heading, _("cells are merged here; undo that, so that each has its own words."))


def _rows(leaf: Leaf, table: Table | None, book: _Book) -> Iterator[tuple[str, Row]]:
    """Each row with its number, by the headings that stand in the first row, in whatever order."""
    if table is None or not table.rows:
        book.refuse(leaf, "", "", _("this worksheet is missing; take the workbook out anew and change it there."))
        return
    headings = table.rows[0]
    lacking = [one.heading for one in leaf.columns if one.heading not in headings]
    if lacking:
        words = _("this worksheet lacks the columns: %(columns)s.") % {"columns": listed(lacking)}
        book.refuse(leaf, table.place_of(0), "", words)
    columns = [(headings.index(one.heading), one) for one in leaf.columns if one.heading in headings]
    for number, cells in enumerate(table.rows[1:], start=1):
        place, row = table.place_of(number), {}
        for at, one in columns:
            if cells[at]:
                try:
                    row[one.key] = one.form.read(cells[at])
                except CellProblem as wrong:
                    book.refuse(leaf, place, one.key, str(wrong))
        if row:
            yield place, row


def _told(row: Row, *but: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in (*but, REST)} | row.get(REST, {})


def _head(book: _Book, place: str, row: Row) -> None:
    if row.get("what") == PROGRAMME:
        book.head |= _told(row, "what", "code")
        book.places[HEAD, ()] = (HEAD_LEAF, place)
    elif row.get("what") == PILLAR:
        code = row.get("code", "")
        book.put(HEAD_LEAF, place, book.head["pillars"], code, _told(row, "what", "code"), ("pillars", code), HEAD)
    else:
        book.refuse(HEAD_LEAF, place, "what", _("this is needed."))


def _file(book: _Book, row: Row) -> str:
    """Where a page lies: its pillar may have been written anew."""
    page = row.get("page", "")
    return f"{page}.toml" if "/" in page else file_here(f"{_heading(book, row)}/{page}.toml", book.here)


def _heading(book: _Book, row: Row) -> str:
    """The code of the pillar; its title is taken too."""
    said = row.get("pillar", "")
    return next((code for code, told in book.head["pillars"].items() if told.get("title") == said), said)


def _item(book: _Book, place: str, row: Row) -> None:
    file = _file(book, row)
    page = book.pages.setdefault(file, {})
    head = {
        key: row[own] for key in PAGE_KEYS if (own := {"title": "page_title", "title_en": "page_title_en"}.get(key, key)) in row
    }
    put_under(head, file, _heading(book, row))
    if page and (any(page.get(key, head[key]) != head[key] for key in head) or page.get(STANDS_UNDER) != head.get(STANDS_UNDER)):
        book.refuse(ITEMS, place, "page_title", _("another row of this page says otherwise; let them say the same."))
    page |= head
    book.places.setdefault((file, ()), (ITEMS, place))
    if "noun" not in row:
        return
    own = ("pillar", "page", "page_title", "page_title_en", "sentence", "since", "until", "noun", "code")
    noun, code = row["noun"], row.get("code", "")
    told = _told(row, *own) if noun in WITHOUT_FIELDS else {**_told(row, *own), PAPER: {}}
    book.put(ITEMS, place, page.setdefault(noun, {}), code, told, (noun, code), file)
    if book.files.setdefault((noun, code), file) != file:
        book.refuse(ITEMS, place, "code", _("two pages describe a kind of this code; call one of them otherwise."))


def _field(book: _Book, place: str, row: Row) -> None:
    noun = book.noun(FIELDS, place, row)
    if noun is None:
        return
    word, code, key = row["noun"], row["code"], row.get("key", "")
    file, fields = book.files[word, code], noun if word == PAPER else noun.setdefault(PAPER, {})
    path: Path = (word, code) if word == PAPER else (word, code, PAPER)
    if above := row.get("above"):
        if above not in fields:
            book.refuse(FIELDS, place, "above", _("no row above describes a table of this code."))
            return
        path, fields = (*path, above, "columns"), fields[above].setdefault("columns", {})
    book.put(FIELDS, place, fields, key, _told(row, "noun", "code", "above", "key"), (*path, key), file)


def _course(book: _Book, place: str, row: Row) -> None:
    noun = book.noun(COURSE, place, row)
    if noun is None:
        return
    is_state, key = row.get("what") == STATE, row.get("key", "")
    told = _told(row, "noun", "code", "what", "key")
    if not is_state:
        told = {{"words": "button", "words_en": "button_en"}.get(name, name): value for name, value in told.items()}
    tables = noun.setdefault("states" if is_state else "steps", {})
    path = (row["noun"], row["code"], "states" if is_state else "steps", key)
    book.put(COURSE, place, tables, key, told, path, book.files[row["noun"], row["code"]])


def _cadence(book: _Book, place: str, row: Row) -> None:
    noun = book.noun(CADENCES, place, row)
    if noun is not None:
        path = (row["noun"], row["code"], "cadence")
        book.put(CADENCES, place, noun, "cadence", _told(row, "noun", "code"), path, book.files[row["noun"], row["code"]])


def _rota(book: _Book, place: str, row: Row) -> None:
    noun = book.noun(ROTAS, place, row)
    if noun is None:
        return
    word, code, told = row["noun"], row["code"], _told(row, "noun", "code")
    file = book.files[word, code]
    if word != ROTA:
        book.put(ROTAS, place, noun, ROTA, told, (word, code, ROTA), file)
        return
    for key, value in told.items():
        book.put(ROTAS, place, noun, key, value, (word, code, key), file)


def _setting(book: _Book, place: str, row: Row) -> None:
    file, code = _file(book, row), row.get("code", "")
    if file not in book.pages:
        book.refuse(SETTINGS, place, "page", _("no row of the worksheet “%(name)s” has this page.") % {"name": ITEMS.name})
        return
    told = _told(row, "pillar", "page", "code", *DECIDED)
    decision = {key: row[key] for key in DECIDED if key in row}
    told |= {"decision": decision} if decision else {}
    book.put(SETTINGS, place, book.pages[file].setdefault("policy", {}), code, told, ("policy", code), file)
