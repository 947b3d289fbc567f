"""What a file may say of a kind of activity."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.programme.nouns.rotas.structure import RotaLine
from navmark.foundation.programme.parts import Code, English, TomlTable

Count = Annotated[str, StringConstraints(pattern=r"^count(:[a-z_]+)?$")]

Reason = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]


class CadenceTable(TomlTable):
    """How often; `rule` names the rule whose frequency this is. `weeks = [4, 8]`: of every term, these alone. Once a term,
    `weeks = [2]`: by the end of its second. `may_excuse`: reasons offered where somebody says that it is not needed this time."""

    every: Literal["week", "month", "quarter", "half", "year", "term", "school_year"]
    times: Annotated[int, Field(ge=1, le=20)] = 1
    rule: str = ""
    grace_days: Annotated[int, Field(ge=0, le=31)] = 0
    weeks: tuple[Annotated[int, Field(ge=1, le=30)], ...] = ()
    may_excuse: Annotated[tuple[Reason, ...], Field(max_length=6)] = ()

    @property
    def period(self) -> PeriodKind:
        return PeriodKind(self.every)


class ActivityTable(TomlTable):
    """A kind of activity. `expected`: circles whose people stand on the roll, or "count:pupils": only how many were there."""

    unit: str
    expected: Count | tuple[str, ...] = ()
    voters: tuple[str, ...] = ()
    planners: tuple[str, ...]
    keepers: tuple[str, ...]
    overseers: tuple[str, ...] = ()
    readers: tuple[str, ...] = ("participants",)
    numbered: bool = False
    line: bool = False
    title: English = ""
    title_en: English = ""
    sheet: English = ""
    joins: tuple[Code, ...] = ()  # the kinds in whose gathering it may be held, as a part of its own
    tags: tuple[Code, ...] = ()  # what every occasion of it serves
    cadence: CadenceTable | None = None
    rota: RotaLine | None = None
    behind: str = ""  # the policy of its page that opens it
    paper: dict[str, Any]

    @property
    def is_counted(self) -> bool:
        return isinstance(self.expected, str)

    @property
    def circles(self) -> tuple[str, ...]:
        """Who is expected, or counted."""
        if isinstance(self.expected, tuple):
            return self.expected
        _count, _colon, whom = self.expected.partition(":")
        return (whom,) if whom else ()
