"""What was written on paper of several pledges, and who took what on at one meeting, typed in row by row: all of it, or none."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.batch import Batch
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.queries import newest
from navmark.foundation.papers.taking_down import HEAD, columns_of, take_down
from navmark.foundation.papers.types.choices import Choice
from navmark.foundation.papers.types.days import Day
from navmark.foundation.papers.types.people import OnePerson
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.pledges import actions
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.actions import Taking
from navmark.foundation.pledges.forms import LONGEST
from navmark.foundation.pledges.models import Pledge, PledgeKind

THING, HOLDER, DAY, BASIS = (f"{HEAD}{key}" for key in ("thing", "holder", "day", "basis"))
TAKERS = "takers"
Posted = Mapping[str, str]


class PledgeBatch:
    """`things`: what a row may be about, by how it is called."""

    def __init__(
        self, things: Mapping[str, Any], asked: Iterable[PaperField], known: Known, posted: Posted, *, paper_day: date
    ) -> None:
        self.things = things
        offered = tuple((name, name) for name in things)
        first = Choice(key=THING, label=_("Object"), required=BEFORE, choices=offered)
        self.typed = Batch(columns_of((first, *asked), known), known, posted, usual={DAY: paper_day.isoformat()})

    def write(self, put_down: Callable[[Any, dict[str, Any]], object]) -> int:
        """How many rows; 0 where one is refused, which is then told at its row, and nothing is written."""
        return take_down(self.typed, lambda row: put_down(self.things[row.values[THING]], row.values))


def takings(kind: PledgeKind, home: Unit, things: Iterable[Thing], posted: Posted, *, paper_day: date, on: date) -> PledgeBatch:
    """Who takes what on, from which day, by what."""
    known = known_here(on, unit=home, around={TAKERS: people_in(kind.takers, home, on=on)})
    asked = (
        OnePerson(key=HOLDER, label=kind.holder_words, of=TAKERS, required=BEFORE),
        Day(key=DAY, label=_("Since"), required=BEFORE),
        Line(key=BASIS, label=_("Basis"), longest=LONGEST),
    )
    return PledgeBatch({one.name: one for one in things}, asked, known, posted, paper_day=paper_day)


def take_all(batch: PledgeBatch, kind: PledgeKind, home: Unit, *, by: Person, at: datetime) -> int:
    def take(thing: Thing, row: dict[str, Any]) -> None:
        holder = Person.objects.get(pk=row[HOLDER])
        actions.take(Taking(kind, thing, home, holder, row[DAY], row.get(BASIS, "")), by=by, at=at)

    return batch.write(take)


def words(kind: PledgeKind, pledges: Iterable[Pledge], posted: Posted, *, paper_day: date, on: date) -> PledgeBatch:
    """What was done, of which pledge, on which day: the questions of its paper."""
    paper = newest(kind.paper)
    own = [one for one in paper.description.on(on) if one.is_typed] if paper else []
    things = {f"{Thing.of(one, on).name}（{one.holder.name}）": one for one in pledges}
    asked = (Day(key=DAY, label=_("Day"), required=BEFORE), *own)
    return PledgeBatch(things, asked, known_here(on), posted, paper_day=paper_day)


def write_all(batch: PledgeBatch, *, paper_day: date, by: Person, at: datetime) -> int:
    def put_down(pledge: Pledge, row: dict[str, Any]) -> None:
        given = {key: value for key, value in row.items() if not key.startswith(HEAD)}
        actions.write(pledge, given, day=row[DAY], paper_day=paper_day, by=by, at=at)

    return batch.write(put_down)
