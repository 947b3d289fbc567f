"""Writing that somebody new is on the staff, or works in a community with the school."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.people.actions.persons import add_person
from navmark.foundation.people.actions.posts import appoint
from navmark.foundation.people.actions.units import create_unit, move
from navmark.foundation.people.models import EngagementKind, Person, Unit, UnitKind


@transaction.atomic
def add_colleague(*, post: str = "", home: Unit | None = None, by: Person, at: datetime, **details: Any) -> Person:
    """Add a person to the staff, from today in the office `post` of the unit `home` if one is named.

    Raises what `add_person` and `appoint` do.
    """
    person = add_person(**details, engagement=EngagementKind.STAFF, by=by, at=at)
    if post:
        appoint(person, kind=post, unit=home, from_day=localdate(at), by=by, at=at)
    return person


@transaction.atomic
def add_contact(*, community: Unit | str, by: Person, at: datetime, **details: Any) -> Person:
    """Add somebody who works in a community, from today in that unit; one that is named by a word alone is made.

    Raises what `add_person` and `create_unit` do.
    """
    person = add_person(**details, engagement=EngagementKind.COMMUNITY, by=by, at=at)
    unit = community if isinstance(community, Unit) else create_unit(kind=UnitKind.COMMUNITY, name=community, by=by, at=at)
    move(person, to=unit, from_day=localdate(at), by=by, at=at)
    return person
