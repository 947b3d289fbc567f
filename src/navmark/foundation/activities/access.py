"""The only door to an activity: who may see it, who may plan it, who may keep its roll. Its kinds say so, by circles.

A gathering is as narrow as its narrowest part: whoever may do a thing may do it by the kind of every part.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from functools import reduce
from operator import or_
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from navmark.foundation.activities import kinds
from navmark.foundation.activities.circles import Around, around, stands_around
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, Part, Removed
from navmark.foundation.links.queries import ties_of_it
from navmark.foundation.people.models import Unit
from navmark.foundation.people.on_behalf import may_type_for_others
from navmark.foundation.people.viewer import Viewer

Sights = tuple[tuple[tuple[str, ...], Around], ...]


def visible_to(viewer: Viewer) -> QuerySet[Activity]:
    """The activities this viewer may see, anywhere: pages, lists, feeds, exports. One query with however many kinds."""
    return seen(viewer.person.pk, sights_of(viewer))


def sights_of(viewer: Viewer) -> Sights:
    """What she may see: occasions of these kinds, around which she stands so. No query but the viewer's own and the kinds."""
    alike: dict[Around, list[str]] = defaultdict(list)
    for one in kinds.all_kinds():
        alike[around(viewer, *one.seen_by)].append(one.code)
    return tuple((tuple(codes), where) for where, codes in alike.items() if not where.is_nowhere)


def seen(me: UUID, sights: Sights) -> QuerySet[Activity]:
    """The same rows, for a prepared question."""
    own = (Q(kind__in=codes) & Around(*where).condition(me, path="activity__") for codes, where in sights)
    parts = Part.objects.filter(school=OuterRef("school"), activity=OuterRef("pk"))
    return Activity.objects.filter(Exists(parts), ~Exists(parts.exclude(reduce(or_, own, Q(pk__in=[])))))


def _by_every_kind(viewer: Viewer, activity: Activity, circles: Callable[[Kind], tuple[str, ...]]) -> bool:
    parts = list(activity.parts.all())
    return bool(parts) and all(stands_around(viewer, activity, *circles(kinds.kind(part.kind))) for part in parts)


def activity_for(viewer: Viewer, pk: UUID, *, of: Collection[str] | None = None) -> Activity:
    """The activity, with unit, host, recorder and parts, and whether anything is linked with it, if this viewer may see it; else
    404, so that nothing is confirmed.

    `of`: kinds of which it must have a part.
    """
    rows = Activity.objects.select_related("unit", "unit__parent", "host", "recorder").prefetch_related("parts")
    activity = rows.annotate(is_tied=ties_of_it()).filter(pk=pk).first()
    if activity is None or not may_read(viewer, activity):
        raise Http404
    if of is not None and not any(part.kind in of for part in activity.parts.all()):
        raise Http404
    return activity


def may_plan(viewer: Viewer, kind: Kind, unit: Unit | None = None) -> bool:
    """Whether she plans this kind for that unit; for None, for any."""
    return viewer.is_in(unit, *kind.planners)


def units_to_plan(viewer: Viewer, kind: Kind) -> list[Unit]:
    """The units of today for which she plans it, in their order."""
    hers = viewer.units_in(*kind.planners)
    return [unit for unit in viewer.units_today if unit.kind == kind.unit_kind and unit.pk in hers]


def removed_by(viewer: Viewer, pk: UUID) -> Removed:
    """What was taken out of a record that this viewer may keep; else 404 or 403."""
    row = Removed.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    row.activity = kept_by(viewer, row.activity_id)
    return row


def may_read(viewer: Viewer, activity: Activity) -> bool:
    """What `visible_to` says, of one."""
    return _by_every_kind(viewer, activity, lambda kind: kind.seen_by)


def may_keep(viewer: Viewer, activity: Activity) -> bool:
    """Whether the viewer may plan, mark and record this activity."""
    return _by_every_kind(viewer, activity, lambda kind: kind.keepers)


def may_oversee(viewer: Viewer, activity: Activity) -> bool:
    """Whether hers is the second signature; that it is not the first again is the record's matter. A part that nobody oversees
    is signed with its gathering."""
    signed = [one for one in (kinds.kind(part.kind) for part in activity.parts.all()) if one.overseers]
    return bool(signed) and all(stands_around(viewer, activity, *one.overseers) for one in signed)


def may_take_leave_for_others(viewer: Viewer, activity: Activity) -> bool:
    """Who types for others writes down who telephoned, where she may keep the activity."""
    return may_type_for_others(viewer) and may_keep(viewer, activity)


def part_for(viewer: Viewer, pk: UUID) -> Part:
    """A part of an activity that the viewer may see; else 404."""
    part = _part(pk)
    part.activity = activity_for(viewer, part.activity_id)
    return part


def part_kept_by(viewer: Viewer, pk: UUID) -> Part:
    """A part of an activity that the viewer may keep; else 404 or 403."""
    part = _part(pk)
    part.activity = kept_by(viewer, part.activity_id)
    return part


def _part(pk: UUID) -> Part:
    part = Part.objects.filter(pk=pk).first()
    if part is None:
        raise Http404
    return part


def kept_by(viewer: Viewer, pk: UUID) -> Activity:
    """The activity if the viewer may keep it: 404 if not even visible, 403 if only visible."""
    activity = activity_for(viewer, pk)
    if not may_keep(viewer, activity):
        raise PermissionDenied
    return activity
