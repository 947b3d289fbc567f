"""What a mechanism of code adds to a step: a check before it, of plain values, and a hook after it, in the same transaction.

What a check finds blocks or warns by the level that its rule has on that day (house rule 7): a block refuses the step, a
warning is read and confirmed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from navmark.foundation.people.models import Person
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.statute.findings import Finding, Outcome


@dataclass(frozen=True, kw_only=True)
class StepFacts:
    """An entry before a step, as plain values: `values` are the answers of its paper with those just given, by key; `hands` who
    stands on it, by role. `entry` is its id, for what a mechanism keeps of its own."""

    entry: UUID
    register: str
    step: str
    state: str
    title: str
    day: date
    on: date
    unit: UUID
    owner: UUID | None
    hands: Mapping[str, frozenset[UUID]]
    values: Mapping[str, Any]


def _finds_nothing(facts: StepFacts) -> Iterable[Finding]:
    return ()


def _does_nothing(entry: Entry, *, by: Person, at: datetime) -> None:
    return None


@dataclass(frozen=True)
class StepRule:
    """Of one step of one register, by their codes."""

    register: str
    step: str
    check: Callable[[StepFacts], Iterable[Finding]] = _finds_nothing
    after: Callable[..., None] = _does_nothing  # (entry, *, by, at)


_rules: dict[tuple[str, str], list[StepRule]] = {}


def register_rule(rule: StepRule) -> None:
    known = _rules.setdefault((rule.register, rule.step), [])
    if rule not in known:
        known.append(rule)


def rules_of(entry: Entry, step: EntryStep) -> list[StepRule]:
    return _rules.get((entry.register.code, step.key), [])


def findings(entry: Entry, step: EntryStep, values: Mapping[str, Any], *, on: date) -> list[Finding]:
    """What the checks of this step find that is not in order."""
    rules = rules_of(entry, step)
    facts = _facts(entry, step, values, on=on) if rules else None
    found = [finding for rule in rules for finding in rule.check(facts)] if facts else []
    return [one for one in found if one.outcome not in (Outcome.OK, Outcome.DUE)]


def _facts(entry: Entry, step: EntryStep, values: Mapping[str, Any], *, on: date) -> StepFacts:
    hands: dict[str, frozenset[UUID]] = {}
    for hand in entry.hands.all():
        hands[hand.role] = hands.get(hand.role, frozenset()) | {hand.person_id}
    return StepFacts(
        entry=entry.pk, register=entry.register.code, step=step.key, state=entry.state, title=entry.title, day=entry.day, on=on,
        unit=entry.unit_id, owner=entry.owner_id, hands=hands, values=values,
    )  # fmt: skip
