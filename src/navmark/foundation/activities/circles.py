"""The circles around one occasion: who hosts it, records it, planned it, stands on its roll. Each is answered three times, of one
viewer, as a condition on many occasions, and by the people of one; the three always agree.

"author:committee" is who planned it, while she is of the committee.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import itemgetter, or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from navmark.foundation.activities.models import Activity, Attendance
from navmark.foundation.people.circles import circle, holders_around
from navmark.foundation.people.circles.named import AUTHOR, HOST, PARTICIPANTS, RECORDER
from navmark.foundation.people.viewer import Viewer


def _on_roll(viewer: Viewer, activity: Activity) -> bool:
    return any(row.person_id == viewer.person.pk for row in activity.roll.all())  # all rows, or the one fetched before


_ONE: dict[str, Callable[[Viewer, Activity], bool]] = {
    HOST: lambda viewer, activity: activity.host_id == viewer.person.pk,
    RECORDER: lambda viewer, activity: activity.recorder_id == viewer.person.pk,
    AUTHOR: lambda viewer, activity: activity.made_by == viewer.person.pk,
    PARTICIPANTS: _on_roll,
}
ANSWERED = tuple(_ONE)  # the circles around a thing that an occasion answers


def _column(name: str) -> Callable[[Viewer, str], Q]:
    return lambda viewer, path: Q(**{f"{path}{name}": viewer.person.pk})


def _among_roll(viewer: Viewer, path: str) -> Q:
    occasion = OuterRef(f"{path}pk".removesuffix("__pk"))
    return Q(Exists(Attendance.objects.filter(school=OuterRef("school"), activity=occasion, person=viewer.person)))


_MANY: dict[str, Callable[[Viewer, str], Q]] = {
    HOST: _column("host"),
    RECORDER: _column("recorder"),
    AUTHOR: _column("made_by"),
    PARTICIPANTS: _among_roll,
}


def stands_around(viewer: Viewer, activity: Activity, *codes: str) -> bool:
    """Whether she stands in any of these circles around the unit that holds it, or around the occasion itself."""
    return any(_stands(viewer, activity, code) for code in codes)


def _stands(viewer: Viewer, activity: Activity, code: str) -> bool:
    if not circle(code).of_thing:
        return viewer.is_in(activity.unit, code)
    thing, _colon, of = code.partition(":")
    return (not of or viewer.is_in(activity.unit, of)) and thing in _ONE and _ONE[thing](viewer, activity)


@dataclass(frozen=True)
class Around:
    """What some circles come to for one viewer: any occasion of these units, and others by what she is to them (anywhere, or in
    some units alone). Circles that come to the same are equal, so that one condition serves all kinds that name them."""

    units: frozenset[UUID]
    things: frozenset[tuple[str, frozenset[UUID] | None]]

    def condition(self, viewer: Viewer, *, path: str = "") -> Q:
        """On activities, or on rows that reach them over `path` ("activity__")."""
        if self.units and len(self.units) == len(viewer.units):
            return Q(**{f"{path}unit__isnull": False})  # everywhere
        found = [Q(**{f"{path}unit__in": self.units})] if self.units else []
        for thing, units in sorted(self.things, key=itemgetter(0)):
            among = Q() if units is None else Q(**{f"{path}unit__in": units})
            found.append(_MANY[thing](viewer, path) & among)
        return reduce(or_, found, Q(pk__in=[]))


def around(viewer: Viewer, *codes: str) -> Around:
    units = viewer.units_in(*(code for code in codes if not circle(code).of_thing))
    named = (code.partition(":") for code in codes if circle(code).of_thing)
    things = ((thing, viewer.units_in(of) if of else None) for thing, _colon, of in named if thing in _MANY)
    return Around(units, frozenset((thing, there) for thing, there in things if there is None or not there <= units))


def standing_around(viewer: Viewer, *codes: str, path: str = "") -> Q:
    """The same as a condition on activities, or on rows that reach them over `path` ("activity__")."""
    return around(viewer, *codes).condition(viewer, path=path)


def people_around(activity: Activity, *codes: str, on: date) -> Q:
    """Who: the people in any of these circles that day, as a condition on persons."""
    return reduce(or_, (_people(activity, code, on) for code in codes), Q(pk__in=[]))


def _people(activity: Activity, code: str, on: date) -> Q:
    if not circle(code).of_thing:
        return holders_around((code,), activity.unit, on=on)
    thing, _colon, of = code.partition(":")
    who = {HOST: activity.host_id, RECORDER: activity.recorder_id, AUTHOR: activity.made_by}
    among = Q(pk__in=activity.roll.values("person")) if thing == PARTICIPANTS else Q(pk=who.get(thing))
    return among & holders_around((of,), activity.unit, on=on) if of else among
