"""What is printed: an entry with the steps it took, and the list of a register."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.links.linkable import Linked
from navmark.foundation.papers.on_paper import blocks as paper_blocks
from navmark.foundation.people.models import Person, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import wording
from navmark.foundation.printing.ruling import ruled
from navmark.foundation.printing.sheet import Block, Grid, Labelled, Note, RuledColumn, RuledTable, Sheet, Title
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.outcomes import in_numbers
from navmark.foundation.registers.queries import written_of

MOVES = (RuledColumn("日期", 40), RuledColumn("环节", 34), RuledColumn("办理人", 28), RuledColumn("说明", 54, centred=False))

CAME = (RuledColumn("类别", 34), RuledColumn("日期", 36), RuledColumn("名称", 58, centred=False), RuledColumn("情况", 28))


def sheet_of(entry: Entry, *, sealed: bool, came: Sequence[Linked] = ()) -> Sheet:
    """In the school's language, whatever that of the page; without `sealed` what is sensitive is left to the pen. `came`: its
    outcomes, as whoever prints it sees them."""
    with override(settings.LANGUAGE_CODE):
        title = entry.register.sheet_title or entry.register.title
        return Sheet(title, tuple(_blocks(entry, title, sealed, came)), on=entry.day)


def _blocks(entry: Entry, title: str, sealed: bool, came: Sequence[Linked]) -> Iterator[Block]:
    whose = "" if entry.unit.kind == UnitKind.SCHOOL else name_on(entry.unit, entry.day)
    yield Title(title, whose, f"{entry.year}年第{entry.number}号" if entry.number else wording.day(entry.day))
    yield Grid(
        (
            (Labelled("名称", entry.title),),
            (Labelled("日期", wording.day(entry.day)), Labelled("状态", entry.standing.words)),
            *_people(entry),
        )
    )
    answers, known = written_of(entry)
    if answers is not None:
        yield from paper_blocks(answers.edition.description, answers.values, known, sealed=sealed)
    if came:
        yield Grid(((Labelled("形成的成果", in_numbers(came)),),))
        yield RuledTable(CAME, tuple((one.what, wording.day(one.day), one.title, one.how_far) for one in came))
    if rows := _moves(entry):
        yield RuledTable(MOVES, rows)
    if entry.paper_day:
        yield Note(f"补录：由{wording.day(entry.paper_day)}的纸质表录入。")


def _people(entry: Entry) -> Iterator[tuple[Labelled, ...]]:
    if entry.register.owned:
        yield (Labelled(entry.register.holder or "负责人", entry.owner.name if entry.owner else ""),)
    named: dict[str, list[str]] = {}
    for hand in entry.hands.select_related("person"):
        named.setdefault(str(hand.get_role_display()), []).append(hand.person.name)
    yield from ((Labelled(role, wording.names(names)),) for role, names in named.items())
    if entry.others:
        yield (Labelled("其他人员", entry.others),)


def _moves(entry: Entry) -> tuple[tuple[str, ...], ...]:
    moves = [one for one in entry.moves.all() if one.undone_at is None]
    names = {pk: person.name for pk, person in Person.objects.in_bulk({one.by for one in moves}).items()}
    return tuple((wording.day(localdate(one.at)), one.words, names.get(one.by, ""), one.note) for one in moves)


def list_sheet(listed: List, year: int, *, on: date) -> Sheet:
    """Every column of the list of a year, on the page on which they read well."""
    title = f"{year}年{listed.register.title}"
    head = [field.label for field in listed.head]
    rows = tuple(tuple(_said(cell, year) for cell in row.cells) for row in listed.by_choice(to_read=True))
    page, columns = ruled(head, rows)
    foot = Note(f"截至{wording.day(on)}，共{len(rows)}条。")
    return Sheet(title, (Title(title), RuledTable(columns, rows, dense=True), foot), on=on, page=page)


def _said(cell: object, year: int) -> str:
    """A day of another year than the list's says its own."""
    if isinstance(cell, date):
        return f"{cell.month}月{cell.day}日" if cell.year == year else wording.day(cell)
    return "" if cell is None else str(cell)
