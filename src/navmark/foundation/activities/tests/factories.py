"""Activities for tests, of kinds that belong to no mechanism."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import actions, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.tests.factories import holder

START = datetime(2026, 11, 20, 16, 30, tzinfo=get_current_timezone())
DAY = START.date()
BEFORE, DURING = START - timedelta(days=3), START + timedelta(minutes=10)

IN_OFFICE = ("secretary", "deputy_secretary", "clerk")
OF_BRANCH: dict[str, Any] = {
    "unit_kind": "branch",
    "page": "activities:roll",
    "planners": (*IN_OFFICE, "committee"),
    "keepers": (*IN_OFFICE, "host", "recorder", "author:committee"),
    "overseers": ("host", "secretary", "recorder:committee", "author:committee"),
}
ALL = Kind(
    code="test_all",
    title="全体会",
    expected=("members",),
    voters=("voting_members",),
    apart=("full_members",),
    readers=("members", "committee", "clerk", "participants"),
    **OF_BRANCH,
)
FEW = Kind(
    code="test_few",
    title="小会",
    expected=("committee",),
    voters=("committee",),
    readers=("committee", "clerk", "participants"),
    **OF_BRANCH,
)
TWO = Kind(
    code="test_two",
    title="谈话",
    unit_kind="branch",
    page="activities:roll",
    planners=("members", "secretary"),
    keepers=("participants", "secretary"),
    overseers=("participants", "secretary"),
)
OPEN = Kind(code="test_open", title="公开课", expected=("members",), readers=("staff", "participants"), **OF_BRANCH)
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
