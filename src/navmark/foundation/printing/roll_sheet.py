"""签到表: for hands to sign, or, once marked, as the list that a record carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Note, RuledColumn, RuledTable, Title

NUMBER, NAME = RuledColumn("序号", 14), RuledColumn("姓名", 36)
LAST = 38  # mm, for the mark or the signature
ONE_ACROSS = 12  # people; more sign in two columns, so that a whole staff room stands on one page in rows that a hand can sign
TWO_ACROSS = (RuledColumn("序号", 12), RuledColumn("姓名", 30), RuledColumn("签名", 36)) * 2
GUESTS = (RuledColumn("列席人员", 42), RuledColumn("签名", 36)) * 2
GUEST_ROWS = 3
EMPTY = 24  # places, where nobody is named


@dataclass(frozen=True)
class SignIn:
    """One line, in the caller's order. `details` are the cells of the caller's own columns; an empty mark is to be signed."""

    number: int
    name: str
    details: tuple[str, ...] = ()
    mark: str = ""  # 到会, 请假, ...


@dataclass(frozen=True)
class RollSheet:
    """`details` are columns between name and signature: together with NUMBER, NAME and LAST as wide as the page (68 mm)."""

    title: str
    organisation: str
    sequence: str
    start: datetime | None
    place: str
    details: tuple[RuledColumn, ...]
    people: tuple[SignIn, ...]

    @property
    def is_marked(self) -> bool:
        return any(one.mark for one in self.people)


def roll_blocks(roll: RollSheet, *, guests: bool, observers: Sequence[str] = (), new_page: bool = False) -> list[Block]:
    """`guests`: with places for who sits in, `observers` the names of those who are known, before the empty rows."""
    gap = wording.GAP
    where = f"时间：{wording.moment(roll.start) or gap * 8}{gap * 2}地点：{roll.place}"
    said = (
        [Note("本表由系统登记整理，手签原件另附。")] if roll.is_marked else []
    )  # above, so that it never stands alone on a last page
    heading = Title(roll.title, roll.organisation, roll.sequence, new_page)
    return [heading, Note(where), *said, _table(roll), *([_guests(observers)] if guests else [])]


def _guests(observers: Sequence[str]) -> RuledTable:
    """Two beside one another; at least one row stays for who comes unannounced."""
    pairs = [(name, "", *observers[place + 1 : place + 2]) for place, name in enumerate(observers) if place % 2 == 0]
    rows = tuple((*pair, *[""] * (len(GUESTS) - len(pair))) for pair in pairs)
    return RuledTable(GUESTS, rows, least=max(GUEST_ROWS, len(rows) + 1))


def _table(roll: RollSheet) -> RuledTable:
    if not roll.is_marked and (len(roll.people) > ONE_ACROSS or not roll.people):
        return _two_across(roll.people)
    columns = (NUMBER, NAME, *roll.details, RuledColumn("到会情况" if roll.is_marked else "签名", LAST))
    rows = tuple((str(each.number), each.name, *each.details, each.mark) for each in roll.people)
    return RuledTable(columns, rows, dense=roll.is_marked)


def _two_across(people: tuple[SignIn, ...]) -> RuledTable:
    """The first half down the left, the second down the right."""
    names = [(str(each.number), each.name, "") for each in people] or [("", "", "")] * EMPTY
    half = (len(names) + 1) // 2
    right = [*names[half:], *[("", "", "")] * (2 * half - len(names))]
    return RuledTable(TWO_ACROSS, tuple((*one, *other) for one, other in zip(names[:half], right, strict=True)))
