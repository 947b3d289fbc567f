"""Whose duties a viewer sees, and which of them she may settle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from navmark.foundation.cadence.addressing import COLUMNS, Addressed
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.on_behalf import may_type_for_others
from navmark.foundation.people.owing import home_of, settles_at, units_led
from navmark.foundation.people.viewer import Viewer

Spots = tuple[tuple[tuple[str, ...], tuple[UUID, ...] | None], ...]
NOTHING = Q(pk__in=[])


def subjects_for(viewer: Viewer) -> list[UUID]:
    """Oneself, and the units that she leads."""
    return [viewer.person.pk, *(unit.pk for unit in units_led(viewer))]


def acts_on(viewer: Viewer, duty: Duty | Addressed) -> bool:
    """Whether it waits for this viewer: in person, or by a circle around its place in which she stands today."""
    if duty.subject_kind == "person" and duty.subject_id != viewer.person.pk:
        return False
    if duty.but_not == viewer.person.pk:
        return False
    if not duty.circles:
        return duty.subject_kind == "person"
    return _stands(viewer, duty.place_id, duty.circles)


def watches(viewer: Viewer, duty: Duty | Addressed) -> bool:
    """Whether she sees that others do it."""
    return bool(duty.overseers) and _stands(viewer, duty.place_id, duty.overseers)


def _stands(viewer: Viewer, place: UUID | None, circles: str) -> bool:
    codes = circles.split()
    return viewer.has(*codes) if place is None else place in viewer.units_in(*codes)


def others_duties(viewer: Viewer, watched: Iterable[Addressed]) -> tuple[int, int]:
    """(how many she sees others do and cannot do herself, how many of them are late). No query but the viewer's own."""
    found = [one for one in watched if watches(viewer, one) and not acts_on(viewer, one)]
    return sum(one.open for one in found), sum(one.late for one in found)


def spots_of(viewer: Viewer, words: Iterable[str]) -> Spots:
    """Where she stands in one of the circles that a word names: these words, around these units, or around all (None). No query
    but the viewer's own."""
    found: dict[frozenset[UUID], list[str]] = defaultdict(list)
    for word in sorted(words):
        if viewer.has(*word.split()):
            found[viewer.units_in(*word.split())].append(word)
    everywhere = len(viewer.units)
    return tuple((tuple(names), tuple(units) if len(units) < everywhere else None) for units, names in found.items())


def concerning(me: UUID, spots: Spots) -> tuple[Q, Q]:
    """(what waits for her, what she sees others do), as conditions on duties that agree with `acts_on` and `watches`, if the
    words are all that these duties say in `circles` and `overseers` (see `addressing.py`)."""
    acting, watching = ([_around(units, **{f"{column}__in": words}) for words, units in spots] for column in COLUMNS)
    return _owned_by(me) | reduce(or_, acting, NOTHING) & _left_to(me), reduce(or_, watching, NOTHING)


def traces_of(me: UUID, spots: Spots) -> Iterator[Q]:
    """The same rows in parts, of each of which an index knows the newest: by word where she stands everywhere, else by place."""
    yield _owned_by(me)
    for words, units in spots:
        if units is None:
            yield from (Q(circles=word) & _left_to(me) for word in words)
            yield from (Q(overseers=word) for word in words)
        else:
            hers = (Q(circles__in=words) & _left_to(me)) | Q(overseers__in=words)
            yield from (Q(place_id=place) & hers for place in (*units, None))


def _owned_by(me: UUID) -> Q:
    return Q(subject_kind="person", subject_id=me, circles="")


def _left_to(me: UUID) -> Q:
    """What she may act on, of what waits for a circle in which she stands."""
    return (Q(subject_kind="unit") | Q(subject_id=me)) & ~Q(but_not=me)


def _around(units: tuple[UUID, ...] | None, **said: tuple[str, ...]) -> Q:
    return Q(**said) if units is None else Q(**said) & (Q(place_id__in=units) | Q(place_id=None))


def duty_here(pk: UUID) -> Duty:
    duty = Duty.objects.filter(pk=pk).select_related("cadence").first()
    if duty is None:
        raise Http404
    return duty


def may_settle(viewer: Viewer, duty: Duty, home: UUID | None) -> bool:
    """What has a home (see `people.owing`) is settled there; what another unit owes by those whom its kind names: they keep, plan
    or oversee it; what is a person's without a home, by whoever types for others."""
    if home is not None:
        return settles_at(viewer, home)
    if duty.subject_kind == "unit":
        return acts_on(viewer, duty) or watches(viewer, duty)
    return may_type_for_others(viewer)


def duty_to_excuse(viewer: Viewer, pk: UUID) -> Duty:
    """Who may settle it says what is not needed this time; what another home owes does not exist for its neighbours (404)."""
    duty = duty_here(pk)
    if not may_settle(viewer, duty, _home_of(duty, viewer.on)):
        if may_type_for_others(viewer):
            raise Http404
        raise PermissionDenied
    return duty


def duty_to_waive(viewer: Viewer, pk: UUID) -> Duty:
    """One of which it can be said."""
    duty = duty_to_excuse(viewer, pk)
    if not duty.can_be_waived:
        raise PermissionDenied
    return duty


def task_to_complete(viewer: Viewer, pk: UUID) -> Duty:
    """A one-off is completed or reopened by its owner, or by who may settle it. Others' tasks do not exist (404)."""
    duty = duty_here(pk)
    if duty.cadence_id is not None:
        raise PermissionDenied
    if duty.subject_id != viewer.person.pk and not may_settle(viewer, duty, _home_of(duty, viewer.on)):
        raise Http404
    return duty


def _home_of(duty: Duty, on: date) -> UUID | None:
    return home_of(duty.subject_kind, duty.subject_id, on)
