"""Occasions of one kind that were kept on paper, typed in row by row: all of them, or none.

What a paper with a line for each person says is not typed here: who was there is marked on the roll of each, and so long as it is
not, that occasion waits for its record. Where only a number is kept, the number is a column, and with it the record is whole.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions import actions
from navmark.foundation.activities.occasions.forms import MOST
from navmark.foundation.activities.occasions.writing import edition_of, known_of
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.suggesting import hands_of
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.planning.typed import moment
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.links.known import tags_on
from navmark.foundation.papers.batch import Batch
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.taking_down import HEAD, columns_of, take_down
from navmark.foundation.papers.types.choices import Choices
from navmark.foundation.papers.types.days import Day
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.people import OnePerson
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tables.rows import Row
from navmark.foundation.ui.marks import pause
from navmark.foundation.ui.refusals import Refusal

DAY, NUMBER, PLACE, HOST, THERE = "day", "number", "place", "host", "there"
SERVES = "serves"
LONGEST_PLACE, LARGEST_NUMBER = 100, 999


class OccasionBatch:
    """`paper_day`: the day of a row that says none; `whole`: also what is written in sentences or small tables."""

    def __init__(
        self, one: Kind, unit: Unit, viewer: Viewer, posted: Mapping[str, str], *, paper_day: date, whole: bool = False
    ) -> None:
        self.kind, self.unit, self.viewer = one, unit, viewer
        self.paper = tuple(edition_of(one).description.on(viewer.on))
        asked = [field for field in self.paper if field.is_typed and (whole or not field.is_long or field.required == BEFORE)]
        known = known_of(unit, viewer.on)
        columns = columns_of((*_head(one), *asked), known)
        self.typed = Batch(columns, known, posted, usual={f"{HEAD}{DAY}": paper_day.isoformat()})

    @property
    def left_out(self) -> str:
        """What no row asks, by name: the roll, and what hangs on an occasion."""
        hung = [field.name for field in self.paper if field.hangs]
        return pause().join(hung if self.kind.is_counted else [_("who was there"), *hung])

    def take_down(self, *, serves: tuple[str, ...], by: Person, at: datetime) -> int:
        """How many; 0 where one is refused, which is then told at its row. `serves`: the titles of the tags that all carry."""
        return take_down(self.typed, lambda row: self._held(row, serves, by=by, at=at))

    def _held(self, row: Row, serves: tuple[str, ...], *, by: Person, at: datetime) -> Activity:
        head = {key.removeprefix(HEAD): value for key, value in row.values.items() if key.startswith(HEAD)}
        given = {key: value for key, value in row.values.items() if not key.startswith(HEAD)}
        self._refuse(head[DAY])
        activity = arrange(self._plan(head, serves, by=by, at=at), given, by=by, at=at)
        if THERE in head:
            activity = actions.count(activity, due=activity.due_count, there=int(head[THERE]), by=by, at=at)
        return actions.finish_if_ready(activity, by=by, at=at)

    def _plan(self, head: Mapping[str, object], serves: tuple[str, ...], *, by: Person, at: datetime) -> Plan:
        """Nobody says the hour, so none is written."""
        day, number = head[DAY], head.get(NUMBER)
        assert isinstance(day, date)
        named = Person.objects.filter(pk=head[HOST]).first() if HOST in head else None
        return Plan(
            unit=self.unit, title=title_for(self.kind, self.unit, day),
            parts=[PlannedPart(self.kind.code, number=int(number) if isinstance(number, Decimal) else None)],
            starts_at=moment(day, time.min), place=str(head.get(PLACE, "")),
            host=named or hands_of(self.kind, self.unit, day, by=by, now=at).host, recorder=by, tags=serves,
        )  # fmt: skip

    def _refuse(self, day: date) -> None:
        """What lies ahead is planned; what is here already, or belongs to a gathering of that day, is written there."""
        if day > self.viewer.on:
            raise Refusal(_("This day lies ahead: plan it; paper tells what was held."), field=DAY)
        there = Activity.objects.filter(unit=self.unit, day=day).exclude(state=ActivityState.CANCELLED)
        for other in there.filter(parts__kind__in=(self.kind.code, *self.kind.joins)).distinct()[:1]:
            words = _("%(occasion)s is here already: write there what the paper says, or leave this row out.")
            raise Refusal(words % {"occasion": other.title}, field=DAY)


def _head(one: Kind) -> Iterator[PaperField]:
    yield Day(key=f"{HEAD}{DAY}", label=_("Day"), required=BEFORE)
    if one.numbered:
        yield Number(key=f"{HEAD}{NUMBER}", label=_("How many in the year"), least=Decimal(1), most=Decimal(LARGEST_NUMBER))
    yield Line(key=f"{HEAD}{PLACE}", label=_("Place"), longest=LONGEST_PLACE)
    yield OnePerson(key=f"{HEAD}{HOST}", label=_("Host"), of="staff")
    if one.is_counted:
        yield Number(key=f"{HEAD}{THERE}", label=_("How many were there"), least=Decimal(1), most=Decimal(MOST))


def serves_form(one: Kind, viewer: Viewer, posted: Mapping[str, str] | None) -> PaperForm:
    """Which campaigns and tags all the rows serve, asked once; no question where none runs."""
    offered = tuple((tag.title, tag.name) for tag in tags_on(viewer.on) if tag.code not in one.tags)
    asked = (Choices(key=SERVES, label=_("Also serves"), choices=offered),) if offered else ()
    return PaperForm(posted or None, description=Description(asked), values={}, known=known_here(viewer.on), prefix=SERVES)
