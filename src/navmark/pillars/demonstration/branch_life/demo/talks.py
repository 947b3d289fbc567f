"""The talks of the demo branch: the committee has begun, and whatever a year asked for was held before it ended."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.programme.at_a_stroke import held, plan_of, signed
from navmark.pillars.demonstration.branch_life import actions, kinds

NOON, LENGTH = time(12, 20), timedelta(minutes=30)
APART = timedelta(days=2)
BEGUN = 2  # pairs of the committee


def talk_all(branch: Unit, *, since: date, at: datetime) -> None:
    """A demo that begins in one year and is built in the next has no talk of the first year left to do."""
    pairs, calendar = _pairs(branch, since), work_calendar()
    for number, pair in enumerate(pairs if since.year < localdate(at).year else pairs[:BEGUN]):
        _talk(branch, pair, calendar.add_workdays(since + APART * number, 1).value)


def _pairs(branch: Unit, on: date) -> list[tuple[Person, Person]]:
    """The members two by two in reading order, so that the committee talks among itself first; an even number of them."""
    members = people.in_reading_order(people.members_on(branch, on), on)
    return list(zip(members[::2], members[1::2], strict=True))


def _talk(branch: Unit, pair: tuple[Person, Person], day: date) -> None:
    one, other = pair
    starts_at = datetime.combine(day, NOON, tzinfo=get_current_timezone())
    ended = starts_at + LENGTH
    plan = plan_of(kinds.TALK, branch, starts_at, length=LENGTH, host=one, recorder=one, chosen=pair)
    present = {person: Mark(Presence.PRESENT) for person in pair}  # also who is away for the year: she came for it
    activity = held(plan, planned_at=starts_at - timedelta(days=1), at=ended, marks=present)
    values = {"content": "交流思想和近期工作。", "measures": "互相听一节课。"}
    actions.write_talk(activity.parts.get(), values, revision=0, by=one, at=ended)
    signed(activity, by=one, second=other, at=ended, locked_at=ended + timedelta(hours=3))
