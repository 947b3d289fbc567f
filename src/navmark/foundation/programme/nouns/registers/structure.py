"""What a file may say of a register, its states and its steps."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from navmark.foundation.programme.nouns.activities.structure import CadenceTable
from navmark.foundation.programme.parts import Code, English, Title, TomlTable, with_words
from navmark.foundation.registers.steps import Course, EntryState, EntryStep


def _alone(said: Any) -> Any:
    """A list of one says no more than the one."""
    return said[0] if isinstance(said, (list, tuple)) and len(said) == 1 else said


class StateTable(TomlTable):
    words: Title
    words_en: English = ""
    closed: bool = False
    tone: Literal["", "good", "waiting"] = ""
    awaits: English = ""


class StepTable(TomlTable):
    """From one state or several to another, by whom, with what. `within = "5 workdays"`; `by_field`: the day of an answer;
    `ahead = "30 days"`: before that day it asks for nothing; `waits = false`: it never asks."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    of: Annotated[str | tuple[str, ...], BeforeValidator(_alone)] = Field(alias="from")
    to: str
    button: Title
    button_en: English = ""
    who: tuple[str, ...]
    note: Literal["never", "optional", "required"] = "never"
    file: bool = False
    within: Annotated[str, StringConstraints(pattern=r"^(\d{1,3} (days|workdays))?$")] = ""
    by_field: str = ""
    ahead: Annotated[str, StringConstraints(pattern=r"^(\d{1,3} days)?$")] = ""
    waits: bool = True
    tells: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        return (self.of,) if isinstance(self.of, str) else self.of


class EntryCadence(CadenceTable):
    """How often a unit owes an entry. One counts for the period of its day: once it is added, or has stood in `state`."""

    state: Code | Literal[""] = ""


class RegisterTable(TomlTable):
    """A register. `states` in their order, the first is where an entry begins; without steps an entry just stands there.

    `tags`: what every entry of it serves; `campaign`: whether one is asked for what else it serves. `runs`: the two days of the
    paper between which an entry is itself a campaign. `links`: what an entry may come from or lean on. `public`: what anybody
    may read of an entry that a keeper has opened to all. `title_from`: the answer whose first words are the title, which is
    then not asked. `owner`: what the owner is called where that is another than who adds: asked for, and part of that title.
    `plate`: the answers that hang on a wall with the owner's name. `child`: an entry is about pupils, and opens behind a purpose.
    `count_by`: choices by which a year is counted. `coverage`: of which units, or people of a circle, the keepers see who has
    none yet, by month or term. `facts`: under which names its entries are counted among the facts of the school: all, those in
    a state, or those that are not closed (`:open`).
    """

    unit: str
    makers: tuple[str, ...]
    keepers: tuple[str, ...]
    readers: tuple[str, ...] = ()
    people: tuple[Literal["author", "helper", "about"], ...] = ()
    owned: bool = True
    owner: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""
    owner_en: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    plate: tuple[str, ...] = ()
    numbered: bool = False
    title: English = ""
    title_en: English = ""
    sheet: English = ""
    tags: tuple[Code, ...] = ()
    campaign: Literal["never", "optional", "required"] = "never"
    runs: tuple[()] | tuple[str, str] = ()
    links: tuple[Annotated[str, StringConstraints(pattern=r"^(occasion|entry|turn):[a-z][a-z0-9_]{0,39}$")], ...] = ()
    public: tuple[str, ...] = ()
    title_from: str = ""
    retention: Annotated[str, StringConstraints(pattern=r"^([1-9]\d? years?)?$")] = ""
    child: bool = False
    count_by: tuple[str, ...] = ()
    coverage: Annotated[str, StringConstraints(pattern=r"^(unit|grade|class|person:[a-z_]+)?$")] = ""
    coverage_by: Literal["month", "term"] = "month"
    facts: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}(:[a-z][a-z0-9_]{0,39})?$")], ...] = ()
    outcomes: bool = False  # what leans on an entry, or on what its unit held meanwhile, is gathered on it
    cadence: EntryCadence | None = None
    behind: str = ""  # the policy of its page that opens it
    paper: dict[str, Any]
    states: dict[Code, Annotated[StateTable, BeforeValidator(with_words)]] = {}
    steps: dict[Code, StepTable] = {}

    @property
    def years_kept(self) -> int | None:
        return int(self.retention.split()[0]) if self.retention else None

    @property
    def course(self) -> Course:
        states = [_state(key, said) for key, said in self.states.items()] or [EntryState("kept", "在册", "kept", is_closed=True)]
        return Course(tuple(states), tuple(_step(key, said) for key, said in self.steps.items()))


def _state(key: str, said: StateTable) -> EntryState:
    return EntryState(key, said.words, said.words_en, said.closed, said.tone, said.awaits)


def _step(key: str, said: StepTable) -> EntryStep:
    count, _blank, unit = said.within.partition(" ")
    return EntryStep(
        key, said.states, said.to, said.button, said.who, said.button_en, said.note, said.file, int(count) if count else None,
        "workdays" if unit == "workdays" else "days", said.by_field, said.tells, _days(said.ahead), said.waits,
    )  # fmt: skip


def _days(words: str) -> int | None:
    return int(words.partition(" ")[0]) if words else None
