"""Kinds of activity: rows of the school, made by its programme. A mechanism with rules of its own declares its kinds on its card
instead. This room knows none by name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise, lazy
from django.utils.translation import override

from navmark.foundation.activities.models.kind import ActivityKind
from navmark.foundation.activities.usual import USUAL, Usual
from navmark.foundation.people.circles import circle
from navmark.foundation.tenancy.prepared import lasting
from navmark.foundation.tenancy.scope import forget, remembered
from navmark.foundation.ui.languages import spoken

ROWS = "activities.kinds"  # remembered while the school's door is open: every rule of a page asks for them
OCCASION = "activities:occasion"  # the page of what is described by data alone


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind says by circles who is concerned, each around the unit that holds it or around the occasion itself.

    Whoever keeps or oversees it reads it too; nobody else does who stands in none of `readers`, not even who is expected.
    """

    code: str
    title: str | Promise
    unit_kind: str  # the kind of unit that holds it
    page: str  # name of the url that shows an activity of this kind; its argument is the activity's id
    expected: tuple[str, ...] = ()  # who must come; none: the people named in the plan
    between_two: bool = False  # the plan names two people, who keep it themselves
    among: tuple[str, ...] = ()  # of whom the two are
    voters: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()  # whose number is told beside the expected: 其中正式党员
    planners: tuple[str, ...]
    keepers: tuple[str, ...]  # who plan, mark and record this one
    overseers: tuple[str, ...] = ()  # who give the second signature, and send back
    readers: tuple[str, ...] = ("participants",)
    is_yearly: bool = False  # belongs to a 年度, which ends in the next spring
    numbered: bool = True  # whether each bears a number in its year: 年度第几次
    is_counted: bool = False  # how many were there, instead of who: `expected` are then those who are counted
    is_line: bool = False  # the smallest occasion, one line a unit and month, typed down the column
    paper: str = ""  # the code of its paper; empty where the mechanism has its own
    part_paper: str = ""  # of a mechanism's own kind: what its sheet asks beyond plan, roll and agenda, see `part_papers.py`
    sheet_title: str = ""  # where it is not 记录 of its own name
    texts: str = "activities:texts"  # name of the url of its texts for the group; its argument is the activity's id
    called: str = ""  # how those who come are called in a text to them; empty: by the name of the unit
    note: str | Promise = ""  # when it is held, where nothing of it is ever due
    usual: Usual = USUAL
    joins: tuple[str, ...] = ()  # the kinds in whose gathering it may be a part of its own
    tags: tuple[str, ...] = ()  # what every one of it serves
    active_from: date | None = None
    active_to: date | None = None

    @property
    def seen_by(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.readers, *self.keepers, *self.overseers)))

    @property
    def in_charge(self) -> tuple[str, ...]:
        """Who keeps every one of this kind, by an office: what is due of it waits for them. Where the unit has an office of its
        own (a class its teacher), those who keep it by one of the whole school only see that it waits."""
        return in_office(self.keepers, self.unit_kind)

    @property
    def watching(self) -> tuple[str, ...]:
        """Who else has to do with every one of this kind by an office: they see that what is due of it waits for others."""
        named = dict.fromkeys((*self.planners, *self.seen_by))
        return tuple(code for code in named if circle(code).is_office and code not in self.in_charge)

    @property
    def named(self) -> str:
        """Its name in the school's language, as papers and texts have it."""
        with override(settings.LANGUAGE_CODE):
            return str(self.title)

    @property
    def sheet(self) -> str:
        """What its record is called."""
        return self.sheet_title or f"{self.named}记录"

    @property
    def is_private(self) -> bool:
        """Whether only those read it who take part in it (and who oversees it): nobody else is invited, nothing of it counted."""
        return all(circle(code).of_thing for code in self.readers)

    @property
    def is_data(self) -> bool:
        """Whether everything about it is said in the programme."""
        return self.page == OCCASION

    def is_open_on(self, day: date) -> bool:
        """Whether one may be planned for that day."""
        return (self.active_from is None or self.active_from <= day) and (self.active_to is None or day <= self.active_to)

    def check(self) -> None:
        """Raises UnknownCircle where it names one that is not there."""
        for code in (*self.expected, *self.voters, *self.apart, *self.planners, *self.seen_by):
            circle(code)


def in_office(codes: Iterable[str], unit_kind: str) -> tuple[str, ...]:
    """Of these circles those by an office; where that kind of unit has an office of its own, not those of the whole school."""
    found = {code: circle(code) for code in codes if not circle(code).of_thing}
    has_own = any(unit_kind in one.homes for one in found.values())
    return tuple(code for code, one in found.items() if not (has_own and one.homes == {None}))


_kinds: dict[str, Kind] = {}


class UnknownKind(LookupError):
    """No mechanism has declared this kind."""


def register(kinds: Iterable[Kind]) -> None:
    for kind in kinds:
        kind.check()
        known = _kinds.setdefault(kind.code, kind)
        if known != kind:
            raise ValueError(f"two mechanisms declare the kind {kind.code}")


def kind(code: str) -> Kind:
    """Raises UnknownKind. A kind that is switched off is still known: what was held of it is read."""
    found = _kinds.get(code) or _of_school().get(code)
    if found is None:
        raise UnknownKind(code)
    return found


def paper_code(kind: str) -> str:
    """How the paper of a kind is named."""
    return f"activity.{kind}"


def declared_kinds() -> tuple[Kind, ...]:
    """Those of mechanisms with rules of their own."""
    return tuple(_kinds.values())


def all_kinds() -> tuple[Kind, ...]:
    return tuple(chain(_kinds.values(), _of_school().values()))


def data_kinds() -> tuple[Kind, ...]:
    """Those of the school's programme, in its order. One query while the school's door is open."""
    return tuple(_of_school().values())


def private_kinds() -> tuple[str, ...]:
    """The codes of those that stand in nobody else's lists and counts."""
    return tuple(one.code for one in all_kinds() if one.is_private)


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)


def _of_school() -> dict[str, Kind]:
    return remembered(ROWS, lambda: {row.code: _of(row) for row in _rows()})


@lasting
def _rows() -> QuerySet[ActivityKind]:
    return ActivityKind.objects.order_by("position", "code")


def _of(row: ActivityKind) -> Kind:
    return Kind(
        code=row.code, title=_in_own_language(row.title, row.title_en), unit_kind=row.unit_kind, page=OCCASION,
        expected=tuple(row.expected), voters=tuple(row.voters), planners=tuple(row.planners), keepers=tuple(row.keepers),
        overseers=tuple(row.overseers), readers=tuple(row.readers), numbered=row.numbered, is_counted=row.counted,
        is_line=row.line, paper=row.paper, sheet_title=row.sheet_title, active_from=row.active_from,
        active_to=row.active_to, joins=tuple(row.joins), tags=tuple(row.tags),
    )  # fmt: skip


_in_own_language = lazy(spoken, str)
