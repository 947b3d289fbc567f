"""Entries of the article's registers live through their steps: what waits before each step, until when, and when it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers import actions, known
from navmark.foundation.registers.circles import last_mover
from navmark.foundation.registers.models import Entry
from tests.living import moment
from tests.walking import filled, somebody_in


@dataclass(frozen=True)
class Taken:
    """A step on its day, and until when it waited as a person would say; "": it had no day, or did not wait."""

    key: str
    on: date
    waits: str
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Life:
    """`rests`: until when something waits at the end of the year."""

    code: str
    begun: date
    steps: tuple[Taken, ...]
    given: dict[str, Any] = field(default_factory=dict)
    rests: str = ""


def day(said: str) -> date:
    """ "10-12": in the school year from September 2026."""
    month, number = map(int, said.split("-"))
    return date(2026 if month > 8 else 2027, month, number)


def life(code: str, begun: str, *steps: tuple, rests: str = "", **given: Any) -> Life:
    taken = (Taken(key, day(on), waits, more[0] if more else {}) for key, on, waits, *more in steps)
    return Life(code, day(begun), tuple(taken), given, rests)


class Lives:
    """Those of several entries, each told what a day brings; `told` is what waited before each step, `late` which came late."""

    def __init__(self, lives: Sequence[Life], units: dict[str, Unit], *, by: Sequence[Person]) -> None:
        """`by`: two of them, since one may not take two steps of which the second is another's."""
        self.lives, self.units, self.by = lives, units, by
        self.entries: dict[str, Entry] = {}
        self.told: dict[str, list[tuple[str, str]]] = {}
        self.late: list[str] = []

    def on(self, today: date) -> None:
        for one in self.lives:
            if one.begun == today:
                self._begin(one)
            for step in one.steps:
                if step.on == today:
                    self._take(one, step)

    def waits(self, code: str) -> Duty | None:
        rows = Duty.objects.filter(source_kind="entry", about_id=self.entries[code].pk, settled="", closed_at=None)
        return rows.order_by("due_on").first()

    def _begin(self, one: Life) -> None:
        register = known.register(one.code)
        unit = self.units[register.unit_kind]
        owner = _somebody(unit)
        head = actions.EntryHead(unit, "一件事", one.begun, owner if register.owned else None)
        given = {**self._filled(register.paper, BEFORE, unit), **one.given}
        self.entries[one.code] = actions.add(register, head, given, by=owner, at=moment(one.begun))
        self.told[one.code] = []

    def _take(self, one: Life, taken: Taken) -> None:
        entry = Entry.fresh(self.entries[one.code].pk)
        duty, step = self.waits(one.code), entry.edition.course.step(taken.key)
        assert step is not None
        self.told[one.code].append((taken.key, f"{duty.due_on:%m-%d}" if duty and duty.due_on else ""))
        if duty and duty.state_on(taken.on) == DutyState.LATE:
            self.late.append(f"{one.code}.{taken.key}")
        given = {**self._filled(entry.register.paper, f"step:{taken.key}", entry.unit), **taken.given}
        by = _somebody(entry.unit) if "owner" in step.who else next(one for one in self.by if one.pk != last_mover(entry))
        self.entries[one.code] = actions.take(entry, step, given, note="说明", sure=True, by=by, at=moment(taken.on))

    def _filled(self, paper: str, when: str, unit: Unit) -> dict[str, Any]:
        fields = [one for one in _fields(paper) if one.required == when and one.is_typed]
        return dict(filled(fields, known_here(date(2026, 9, 1), unit=unit))) if fields else {}


def _fields(paper: str) -> tuple[Any, ...]:
    found = newest(paper)
    return tuple(found.description.fields) if found else ()


def _somebody(unit: Unit) -> Person:
    found = somebody_in(["staff"], unit)
    assert found is not None
    return found
