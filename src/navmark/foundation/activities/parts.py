"""The parts of an activity as a plan has them. Parts are matched by kind: what hangs on one stays."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import give_numbers
from navmark.foundation.activities.plans import PlannedPart
from navmark.foundation.audit.changes import Before, Change, together
from navmark.foundation.papers.actions import drop
from navmark.foundation.people.models import Person

PLENTY = 1000  # more parts than any gathering has


def write_parts(activity: Activity, parts: Sequence[PlannedPart], *, by: Person, at: datetime) -> list[Change]:
    """What changed of them."""
    known = list(activity.parts.all())
    kept = [_taken(known, planned.kind) or Part(activity=activity, kind=planned.kind) for planned in parts]
    dropped = [Before(part, "kind").changes(None) for part in known]
    before = [Before(part, "kind", "topic", "number", about=None if part._state.adding else part) for part in kept]
    for part in known:
        drop(part, by=by, at=at, about=activity)
        part.delete()
    activity.parts.update(position=F("position") + PLENTY)  # out of the way: a position is taken once
    for position, (part, planned) in enumerate(zip(kept, parts, strict=True), start=1):
        part.position, part.topic, part.number = position, planned.topic, planned.number
        part.save()
    give_numbers(activity)
    now = {part.pk: part for part in activity.parts.all()}
    return together(*dropped, *(one.changes(now[part.pk]) for one, part in zip(before, kept, strict=True)))


def _taken(known: list[Part], kind: str) -> Part | None:
    part = next((part for part in known if part.kind == kind), None)
    if part is not None:
        known.remove(part)
    return part
