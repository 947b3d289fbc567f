"""The sources of what waits: each room says what of its things waits, for whom, and of what it follows.

A row of a cadence has its facts in this room (fulfilments, excuses) and its progress in the room of activities (arranged, held),
which `follow`s it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.text import capfirst

from navmark.foundation.cadence.models import Duty, Step
from navmark.foundation.cadence.moments import set_due
from navmark.foundation.tenancy.scope import active_school_id
from navmark.foundation.ui.languages import spoken
from navmark.foundation.ui.marks import colon

BETWEEN = "\x1f"  # between what a code is about
SCHOOL = "school"  # people, units, offices and calendar, and the day itself: followed by the sweep, which the trail calls
ARRANGED = "arranged"  # an occasion, in a school that has not begun
BEGINNING = "beginning"  # the first occasion that was held before today
BOTH = "both"  # a code that every source has: what the school says in Chinese and in English, perhaps with what it is about


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One row as its source has it. For a `person` (of `circles` around `place`, if any are named), or for whoever stands in
    `circles` around `place` (None: the school), `but_not` for one. `about`: the thing whose change changes it. It is late
    after `closes_on`, if that is not the day on which it is due. `title` and `note` are words of the school, or `coded`."""

    source: UUID
    about: UUID
    title: str
    step: Step
    opens_on: date
    due_on: date | None = None
    closes_on: date | None = None
    person: UUID | None = None
    place: UUID | None = None
    circles: tuple[str, ...] = ()
    but_not: UUID | None = None
    step_at: datetime | None = None
    page: str = ""
    action: str = ""
    asked_by: str = ""
    note: str = ""
    rule_id: str = ""

    @property
    def subject(self) -> UUID:
        return self.person or self.place or active_school_id()

    def columns(self) -> dict[str, Any]:
        late = Duty()
        set_due(late, self.due_on, grace_days=0, closes_on=self.closes_on)
        return {
            "about_id": self.about, "title": self.title[:200], "step": self.step.value, "opens_on": self.opens_on,
            "due_on": self.due_on, "late_on": late.late_on, "next_change_on": late.next_change_on, "place_id": self.place,
            "circles": " ".join(self.circles), "but_not": self.but_not, "step_at": self.step_at, "page": self.page,
            "action": self.action, "asked_by": self.asked_by[:120], "note": self.note[:200],
            "rule_id": self.rule_id, "closed_at": None,
        }  # fmt: skip


def coded(code: str, *about: object) -> str:
    """Words of the product, not of the school: kept as a code and what they are about (a name, a number)."""
    return f"{code}:{BETWEEN.join(map(str, about))}"


@dataclass(frozen=True)
class Source:
    """A kind of things that wait. `derive`: its matters about these things (None: about all) on a day. `follows`: what `changed`
    calls it by. What was said of a `lasting` one stays when its source goes and comes again: it is closed, not removed. One that
    stands `beside` what is due (a remark, a first step) is in no list and no count of it. `first`: its matters about a thing that
    has just `begun`, without a query where it can. `words`: what its codes mean, in the language of whoever reads."""

    kind: str
    follows: tuple[str, ...]
    derive: Callable[[Sequence[UUID] | None, date], Iterable[Matter]]
    lasting: bool = False
    beside: bool = False
    first: Callable[[Any], Iterable[Matter]] = lambda thing: ()
    words: Mapping[str, Callable[..., str]] = field(default_factory=dict)

    def said(self, kept: str) -> str:
        """A title or a note as it is kept, in the language of whoever reads; the school's own words as they are."""
        code, _colon, about = kept.partition(":")
        if code == BOTH and BETWEEN in about:
            chinese, english, *what = about.split(BETWEEN, 2)
            words = spoken(chinese, english)
            return f"{capfirst(words)}{colon()}{what[0]}" if what else words
        return self.words[code](*about.split(BETWEEN)) if code in self.words else kept


@dataclass(frozen=True)
class Progress:
    """How far the thing is that a cadence asks for."""

    step: Step
    at: datetime | None = None
    about: UUID | None = None
    page: str = ""


Follower = Callable[[Sequence[Duty]], dict[UUID, Progress]]
_sources: dict[str, Source] = {}
_followers: list[Follower] = []


def all_sources() -> tuple[Source, ...]:
    return tuple(_sources.values())


def beside() -> list[str]:
    """The kinds that are no duties."""
    return [one.kind for one in _sources.values() if one.beside]


def source(kind: str) -> Source:
    return _sources[kind]


def said(duty: Duty, kept: str) -> str:
    """What this row keeps as its title or note, in the language of whoever reads."""
    return _sources[duty.source_kind].said(kept) if duty.source_kind in _sources else kept


def progress_of(duties: Sequence[Duty]) -> dict[UUID, Progress]:
    """How far these duties of cadences are, as the rooms of activities and registers say."""
    return {key: one for follower in _followers for key, one in follower(duties).items()}


def register(source: Source) -> None:
    _sources[source.kind] = source


def follow(follower: Follower) -> None:
    """A room says how far the duties of its cadences are."""
    if follower not in _followers:
        _followers.append(follower)
