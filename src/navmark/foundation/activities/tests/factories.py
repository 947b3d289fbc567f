"""Activities for tests, of kinds that belong to no mechanism."""

from datetime import datetime, timedelta

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import actions, kinds
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.kinds import Audience, Kind, Visibility, Voters
from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.tests.factories import holder

START = datetime(2026, 11, 20, 16, 30, tzinfo=get_current_timezone())
DAY = START.date()
BEFORE, DURING = START - timedelta(days=3), START + timedelta(minutes=10)

ALL = Kind("test_all", "全体会", "branch", Audience.MEMBERS, Voters.FULL_MEMBERS, Visibility.UNIT, "activities:roll")
FEW = Kind("test_few", "小会", "branch", Audience.COMMITTEE, Voters.COMMITTEE, Visibility.COMMITTEE, "activities:roll")
TWO = Kind("test_two", "谈话", "branch", Audience.CHOSEN, Voters.NOBODY, Visibility.PARTICIPANTS, "activities:roll")
OPEN = Kind("test_open", "公开课", "branch", Audience.MEMBERS, Voters.NOBODY, Visibility.SCHOOL, "activities:roll")
kinds.register((ALL, FEW, TWO, OPEN))


def a_plan(unit: Unit, *kind_codes: str, starts_at: datetime = START, chosen: tuple[Person, ...] = (), **fields) -> Plan:
    parts = [PlannedPart(code) for code in kind_codes or (ALL.code,)]
    hours = fields.pop("hours", 1)
    title = fields.pop("title", "十一月的会")
    ends_at = starts_at + timedelta(hours=hours)
    return Plan(unit=unit, title=title, parts=parts, starts_at=starts_at, ends_at=ends_at, chosen=chosen, **fields)


def an_activity(unit: Unit, *kind_codes: str, by: Person | None = None, at: datetime = BEFORE, **fields) -> Activity:
    """Planned by the secretary unless said otherwise."""
    by = by or holder(PostKind.SECRETARY)
    return actions.plan(a_plan(unit, *kind_codes, **fields), by=by, at=at)
