"""Writing that somebody new is on the staff."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.people.actions.persons import add_person
from navmark.foundation.people.actions.posts import appoint
from navmark.foundation.people.models import EngagementKind, Person, Unit


@transaction.atomic
def add_colleague(*, post: str = "", home: Unit | None = None, by: Person, at: datetime, **details: Any) -> Person:
    """Add a person to the staff, from today in the office `post` of the unit `home` if one is named.

    Raises what `add_person` and `appoint` do.
    """
    person = add_person(**details, engagement=EngagementKind.STAFF, by=by, at=at)
    if post:
        appoint(person, kind=post, unit=home, from_day=localdate(at), by=by, at=at)
    return person
