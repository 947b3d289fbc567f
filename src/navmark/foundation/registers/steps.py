"""States and steps: plain data of a programme, read once, and what they allow. Nothing here knows a row."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, Literal

from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.ui.languages import spoken

Asked = Literal["never", "optional", "required"]
Unit = Literal["days", "workdays"]


@dataclass(frozen=True)
class EntryState:
    """How far an entry is. `tone`: how the page shows it; a closed state asks for nothing more. `awaits`: what waits here, where
    that is neither the words of the state nor those of the step."""

    key: str
    zh: str
    en: str = ""
    is_closed: bool = False
    tone: Literal["", "good", "waiting"] = ""
    awaits: str = ""

    @property
    def words(self) -> str:
        return spoken(self.zh, self.en)


@dataclass(frozen=True)
class EntryStep:
    """环节: from one of these states to another, by whom, with what. `within` counts from when the state was reached; `by_field`
    is the day that an answer of the paper names. `ahead`: so many days before that day it begins to wait, and without that
    answer it never does. One that does not `waits` may be taken at any time and asks for nothing."""

    key: str
    of: tuple[str, ...]
    to: str
    zh: str
    who: tuple[str, ...]
    en: str = ""
    note: Asked = "never"
    file: bool = False
    within: int | None = None
    within_unit: Unit = "days"
    by_field: str = ""
    tells: tuple[str, ...] = ()
    ahead: int | None = None
    waits: bool = True

    @property
    def button(self) -> str:
        return spoken(self.zh, self.en)

    @property
    def leads_on(self) -> bool:
        """Not so one that may be taken at any time and asks why (未成行, 撤下): it gives up, and is nobody's next step."""
        return self.waits or self.note != "required"

    def due_on(self, since: date, answer: Any, calendar: WorkCalendar) -> date | None:
        """Until when it should be done; None where nobody said."""
        if self.by_field and isinstance(answer, date):
            return answer
        if self.within is None:
            return None
        if self.within_unit == "workdays":
            return calendar.add_workdays(since, self.within).value
        return calendar.worked_by(since + timedelta(days=self.within), since=since)

    def closes_on(self, since: date, answer: Any) -> date | None:
        """The last day on which it is not late, where that is a day of rest after the one on which it should be done."""
        if self.within is None or self.within_unit == "workdays" or (self.by_field and isinstance(answer, date)):
            return None
        return since + timedelta(days=self.within)

    def opens_on(self, since: date, answer: Any) -> date | None:
        """From when it waits; None: it does not wait, though it may be taken."""
        if not self.waits:
            return None
        if self.ahead is None:
            return since
        if not isinstance(answer, date):
            if self.within is None:
                return None
            answer = since + timedelta(days=self.within)
        return max(since, answer - timedelta(days=self.ahead))


@dataclass(frozen=True)
class Course:
    """办理过程: the states in their order, the first is where an entry begins; and the steps between them."""

    states: tuple[EntryState, ...] = ()
    steps: tuple[EntryStep, ...] = field(default=())

    @cached_property
    def by_key(self) -> dict[str, EntryState]:
        return {one.key: one for one in self.states}

    @property
    def first(self) -> EntryState:
        return self.states[0]

    def state(self, key: str) -> EntryState:
        """One that exists no more still reads, by its key."""
        return self.by_key.get(key) or EntryState(key, key)

    def step(self, key: str) -> EntryStep | None:
        return next((one for one in self.steps if one.key == key), None)

    def steps_from(self, state: str) -> list[EntryStep]:
        return [one for one in self.steps if state in one.of]

    def asks_for(self, step: EntryStep, state: str) -> str:
        """What waits in this state, for whom this step would lead on. Where several do, none of them is named before somebody
        has decided."""
        here = self.state(state)
        undecided = here.tone == "waiting" and len(self.steps_from(state)) > 1
        return here.awaits or (here.words if undecided else step.button)

    def rests_in(self, state: str) -> bool:
        """Whether an entry in this state asks for nothing, or not before a day that it names itself."""
        return self.state(state).is_closed or all(one.ahead is not None or not one.waits for one in self.steps_from(state))

    @cached_property
    def asking(self) -> list[str]:
        """The states in which an entry asks for something."""
        return [key for key in self.by_key if not self.rests_in(key)]

    def reached(self) -> set[str]:
        """The states to which steps lead from the first."""
        found, ahead = {self.first.key}, [self.first.key]
        while ahead:
            for one in self.steps_from(ahead.pop()):
                if one.to not in found:
                    found.add(one.to)
                    ahead.append(one.to)
        return found

    def dead_ends(self) -> Iterator[EntryState]:
        """Open states out of which no step leads."""
        yield from (one for one in self.states if not one.is_closed and not self.steps_from(one.key))

    def endless(self) -> Iterator[EntryState]:
        """States that lead on, but only round and round: an entry comes from there to no state in which it rests."""
        ending = {one.key for one in self.states if self.rests_in(one.key)}
        while more := {of for step in self.steps if step.to in ending for of in step.of} - ending:
            ending |= more
        yield from (one for one in self.states if one.key not in ending and self.steps_from(one.key))


@lru_cache(maxsize=500)
def course_of(states: str, steps: str) -> Course:
    """Of what an edition keeps."""
    read = [{**one, "of": tuple(one["of"]), "who": tuple(one["who"]), "tells": tuple(one["tells"])} for one in json.loads(steps)]
    return Course(tuple(EntryState(**one) for one in json.loads(states)), tuple(EntryStep(**one) for one in read))


def as_json(course: Course) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What an edition keeps: (states, steps)."""
    plain = [json.loads(json.dumps([asdict(one) for one in some])) for some in (course.states, course.steps)]
    return plain[0], plain[1]
