"""The smallest occasions: one line a unit and month, typed down the column. Each is an occasion like any other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate, localtime

from navmark.foundation.activities import actions as plans
from navmark.foundation.activities.completing import reopen
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions import actions
from navmark.foundation.activities.occasions.themes import themes_for
from navmark.foundation.activities.occasions.writing import edition_of
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.suggesting import hands_of
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.planning.typed import moment
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.almanac.arithmetic import month_end
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on


@dataclass(frozen=True)
class OccasionLine:
    """What stands in the line of a unit; `activity` is None as long as nothing was typed, and `topic` then what the month asks
    for."""

    unit: Unit
    name: str
    day: date
    topic: str = ""
    there: int | None = None
    activity: Activity | None = None

    @property
    def is_complete(self) -> bool:
        return self.activity is not None and self.activity.completed_at is not None


@dataclass(frozen=True)
class Typed:
    """As one line was typed; without a day the one that stands there."""

    day: date | None
    topic: str
    there: int | None

    def adds_nothing_to(self, line: OccasionLine) -> bool:
        """Whether it says no more of an occasion than what the line opened with."""
        return line.activity is None and self.there is None and self.topic in ("", line.topic)


def lines(one: Kind, units: list[Unit], month: date, *, today: date) -> Iterator[OccasionLine]:
    """A line for each of these units, in their order; four queries."""
    themes = themes_for(one, units, month)
    held = _held(one, [unit.pk for unit in units], month)
    usual = usual_day(month, today=today)
    for unit in units:
        name, activity = name_on(unit, month_end(month)), held.get(unit.pk)
        if activity is None:
            yield OccasionLine(unit, name, usual, themes[unit.pk].words if unit.pk in themes else "")
        else:
            topic = next(iter(activity.parts.all())).topic
            yield OccasionLine(unit, name, activity.day, topic, activity.there_count, activity)


def usual_day(month: date, *, today: date) -> date:
    """The last workday of the month that does not lie ahead, so that it can be counted; of a month to come its first."""
    calendar, last = work_calendar(), min(month_end(month), today)
    behind = (last - timedelta(days=n) for n in range((last - month).days + 1))
    ahead = (month + timedelta(days=n) for n in range(month_end(month).day))
    return next((day for day in (*behind, *ahead) if calendar.day_kind(day).workday), month)


def _held(one: Kind, units: list[UUID], month: date) -> dict[UUID, Activity]:
    """The first of the month, if there are several."""
    rows = Activity.objects.filter(parts__kind=one.code, unit__in=units, day__range=(month, month_end(month)))
    rows = rows.exclude(state=ActivityState.CANCELLED).prefetch_related("parts").order_by("-starts_at")
    return {row.unit_id: row for row in rows}


@transaction.atomic
def save_line(one: Kind, unit: Unit, month: date, typed: Typed, *, by: Person, at: datetime) -> Activity | None:
    """Write what differs; complete once theme and number stand and the day has come. Raises what the plan, the count refuse.

    Two who save one line wait for one another: it is one occasion.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    (line,) = lines(one, [unit], month, today=localdate(at))
    if typed.adds_nothing_to(line):
        return None
    day = typed.day or line.day
    activity = line.activity or _begin(one, line.unit, day, by=by, at=at)
    if activity.completed_at is not None:
        if (day, typed.topic, typed.there) == (line.day, line.topic, line.there):
            return activity
        activity = reopen(activity, by=by, at=at)
    if day != activity.day:
        activity = plans.change(activity, _moved(one, activity, day), by=by, at=at)
    if typed.topic != line.topic:
        actions.rewrite(activity, {_topic_key(one): typed.topic or None}, by=by, at=at)
        actions.note_topic(next(iter(activity.parts.all())))
    if typed.there != activity.there_count:
        activity = actions.count(activity, due=activity.due_count, there=typed.there, by=by, at=at)
    return actions.finish_if_ready(activity, by=by, at=at)


def _begin(one: Kind, unit: Unit, day: date, *, by: Person, at: datetime) -> Activity:
    """Nobody says the hour of a line, so none is written."""
    hands = hands_of(one, unit, day, by=by, now=at)
    plan = Plan(
        unit=unit, title=title_for(one, unit, day), parts=[PlannedPart(one.code)], starts_at=moment(day, time.min),
        host=hands.host, recorder=by,
    )  # fmt: skip
    return arrange(plan, by=by, at=at)


def _moved(one: Kind, activity: Activity, day: date) -> Plan:
    """Another day; hour, place and people stay."""
    shift = timedelta(days=(day - activity.day).days)
    topic = next(iter(activity.parts.all())).topic
    return Plan(
        unit=activity.unit, title=title_for(one, activity.unit, day), parts=[PlannedPart(one.code, topic)],
        starts_at=moment(day, localtime(activity.starts_at).time()),
        ends_at=activity.ends_at + shift if activity.ends_at else None, place=activity.place, host=activity.host,
        recorder=activity.recorder,
    )  # fmt: skip


def _topic_key(one: Kind) -> str:
    return next(field.key for field in edition_of(one).description.fields if field.type == "line")
