"""What a file of a programme may say. A library checks the structure and names every fault; `reading.py` says where it stands."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.registers.steps import Course, EntryState, EntryStep

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
English = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Count = Annotated[str, StringConstraints(pattern=r"^count(:[a-z_]+)?$")]
EVERY = ("week", "month", "quarter", "half", "year", "term", "school_year")


class TomlTable(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CadenceTable(TomlTable):
    """How often; `rule` names the rule whose frequency this is."""

    every: Literal["week", "month", "quarter", "half", "year", "term", "school_year"]
    times: Annotated[int, Field(ge=1, le=20)] = 1
    rule: str = ""
    grace_days: Annotated[int, Field(ge=0, le=31)] = 0

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
    cadence: CadenceTable | None = None
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


class StateTable(TomlTable):
    words: Title
    words_en: English = ""
    closed: bool = False
    tone: Literal["", "good", "waiting"] = ""


class StepTable(TomlTable):
    """From one state or several to another, by whom, with what. `within = "5 workdays"`; `by_field`: the day of an answer."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    of: str | tuple[str, ...] = Field(alias="from")
    to: str
    button: Title
    button_en: English = ""
    who: tuple[str, ...]
    note: Literal["never", "optional", "required"] = "never"
    file: bool = False
    within: Annotated[str, StringConstraints(pattern=r"^(\d{1,3} (days|workdays))?$")] = ""
    by_field: str = ""
    tells: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        return (self.of,) if isinstance(self.of, str) else self.of


class RegisterTable(TomlTable):
    """A register. `states` in their order, the first is where an entry begins; without steps an entry just stands there."""

    unit: str
    makers: tuple[str, ...]
    keepers: tuple[str, ...]
    readers: tuple[str, ...] = ()
    people: tuple[Literal["author", "helper", "about"], ...] = ()
    owned: bool = True
    numbered: bool = False
    title: English = ""
    title_en: English = ""
    sheet: English = ""
    paper: dict[str, Any]
    states: dict[Code, Title | StateTable] = {}
    steps: dict[Code, StepTable] = {}

    @property
    def course(self) -> Course:
        states = [_state(key, said) for key, said in self.states.items()] or [EntryState("kept", "在册", "kept", is_closed=True)]
        return Course(tuple(states), tuple(_step(key, said) for key, said in self.steps.items()))


def _state(key: str, said: str | StateTable) -> EntryState:
    if isinstance(said, str):
        return EntryState(key, said)
    return EntryState(key, said.words, said.words_en, said.closed, said.tone)


def _step(key: str, said: StepTable) -> EntryStep:
    count, _blank, unit = said.within.partition(" ")
    return EntryStep(
        key, said.states, said.to, said.button, said.who, said.button_en, said.note, said.file, int(count) if count else None,
        "workdays" if unit == "workdays" else "days", said.by_field, said.tells,
    )  # fmt: skip


class MechanismFile(TomlTable):
    """`paper`: what the sheet of a kind asks that has rules of its own, by the kind's code."""

    title: Title
    title_en: English = ""
    sentence: English = ""  # of the article; none where the school does it of its own accord
    activity: dict[Code, ActivityTable] = {}
    registers: dict[Code, RegisterTable] = Field(default={}, alias="register")
    paper: dict[Code, dict[str, Any]] = {}


class ProgrammeFile(TomlTable):
    title: Title
    title_en: English = ""
    pillars: dict[Code, Title]
