"""The circles around one occasion: who hosts it, records it, planned it, stands on its roll. Each is answered three times, of one
viewer, as a condition on many occasions, and by the people of one; the three always agree.

"author:committee" is who planned it, while she is of the committee.
"""

from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple
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


def _column(name: str) -> Callable[[UUID, str], Q]:
    return lambda me, path: Q(**{f"{path}{name}": me})


def _among_roll(me: UUID, path: str) -> Q:
    occasion = OuterRef(f"{path}pk".removesuffix("__pk"))
    return Q(Exists(Attendance.objects.filter(school=OuterRef("school"), activity=occasion, person=me)))


_MANY: dict[str, Callable[[UUID, str], Q]] = {
    HOST: _column("host"),
    RECORDER: _column("recorder"),
    AUTHOR: _column("made_by"),
    PARTICIPANTS: _among_roll,
}
ANYWHERE = True


def stands_around(viewer: Viewer, activity: Activity, *codes: str) -> bool:
    """Whether she stands in any of these circles around the unit that holds it, or around the occasion itself."""
    return any(_stands(viewer, activity, code) for code in codes)


def _stands(viewer: Viewer, activity: Activity, code: str) -> bool:
    if not circle(code).of_thing:
        return viewer.is_in(activity.unit, code)
    thing, _colon, of = code.partition(":")
    return (not of or viewer.is_in(activity.unit, of)) and thing in _ONE and _ONE[thing](viewer, activity)


class Around(NamedTuple):
    """What some circles come to for one viewer: any occasion of these units (of all: None), and for each of `_MANY` where she
    sees an occasion by it: ANYWHERE, or in these units. Circles that come to the same are equal: one condition serves all kinds
    that name them."""

    units: frozenset[UUID] | None
    things: tuple[frozenset[UUID] | bool, ...]

    @property
    def is_nowhere(self) -> bool:
        return self.units is not None and not self.units and not any(self.things)

    def condition(self, me: UUID, *, path: str = "") -> Q:
        """On activities, or on rows that reach them over `path` ("activity__")."""
        if self.units is None:
            return Q(**{f"{path}unit__isnull": False})
        found = [Q(**{f"{path}unit__in": self.units})] if self.units else []
        for asked, units in zip(_MANY.values(), self.things, strict=True):
            if units:
                found.append(asked(me, path) if units is ANYWHERE else asked(me, path) & Q(**{f"{path}unit__in": units}))
        return reduce(or_, found, Q(pk__in=[]))


def around(viewer: Viewer, *codes: str) -> Around:
    units = viewer.units_in(*(code for code in codes if not circle(code).of_thing))
    if units and len(units) == len(viewer.units):
        return Around(None, (False,) * len(_MANY))
    named = [code.partition(":")[::2] for code in codes if circle(code).of_thing]
    return Around(units, tuple(_seen_by(viewer, [of for name, of in named if name == thing], units) for thing in _MANY))


def _seen_by(viewer: Viewer, within: list[str], units: frozenset[UUID]) -> frozenset[UUID] | bool:
    """Where she sees an occasion by being one thing to it, beyond these units; "": anywhere."""
    if "" in within:
        return ANYWHERE
    return viewer.units_in(*within) - units


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
