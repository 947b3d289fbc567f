"""The dated facts that put somebody into a circle, each read the same way: who, what, and the unit where (None: the school)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    PartyStatus,
    Post,
    RightsSuspension,
    Teaching,
    UnitKind,
    UnitMembership,
)


@dataclass(frozen=True)
class CircleTable:
    """`what` and `who` are columns of the rows; `where` the path to the home unit, "" where that is the school as a whole."""

    name: str
    rows: Callable[[date], QuerySet]
    what: str
    where: str = "unit"
    who: str = "person"


@dataclass(frozen=True)
class Holding:
    """To stand in this table as one of `codes` (of any if none is named)."""

    table: CircleTable
    codes: tuple[str, ...] = ()


def _within_party(on: date) -> QuerySet:
    """Places in a Party group of those who have a status in its branch."""
    rows = UnitMembership.objects.on(on).filter(unit__kind=UnitKind.PARTY_GROUP)
    there = true_on(on, path="person__party_statuses__")
    return rows.filter(there, person__party_statuses__branch=F("unit__parent"))


def _engaged_in(unit_kind: UnitKind, engagement: EngagementKind) -> Callable[[date], QuerySet]:
    """Places in units of this kind of those who are that to the school on the day."""

    def rows(on: date) -> QuerySet:
        places = UnitMembership.objects.on(on).filter(unit__kind=unit_kind)
        return places.filter(true_on(on, path="person__engagements__"), person__engagements__kind=engagement)

    return rows


def _of_wards(on: date) -> QuerySet:
    places = UnitMembership.objects.on(on).filter(unit__kind=UnitKind.CLASS)
    return places.filter(true_on(on, path="person__guardians__"), person__guardians__guardian__isnull=False)


POSTS = CircleTable("posts", lambda on: Post.objects.on(on), what="kind")
STATUSES = CircleTable("statuses", lambda on: PartyStatus.objects.on(on), what="status", where="branch")
GROUP_PLACES = CircleTable("group_places", _within_party, what="person__party_statuses__status")
PLACES = CircleTable("places", lambda on: UnitMembership.objects.on(on), what="unit__kind")
PUPILS = CircleTable("pupils", _engaged_in(UnitKind.CLASS, EngagementKind.PUPIL), what="person__engagements__kind")
CONTACTS = CircleTable("contacts", _engaged_in(UnitKind.COMMUNITY, EngagementKind.COMMUNITY), what="person__engagements__kind")
GUARDIANS = CircleTable("guardians", _of_wards, what="unit__kind", who="person__guardians__guardian")
TEACHING = CircleTable("teaching", lambda on: Teaching.objects.on(on), what="subject")
ENGAGEMENTS = CircleTable("engagements", lambda on: Engagement.objects.on(on), what="kind", where="")
SUSPENSIONS = CircleTable("suspensions", lambda on: RightsSuspension.objects.on(on), what="basis", where="")
