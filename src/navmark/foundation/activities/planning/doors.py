"""Who plans which kind, and for which units."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer


def kind_to_plan(viewer: Viewer, code: str) -> Kind:
    """404 for an unknown code, or one that is switched off; 403 for one that is not hers to plan."""
    try:
        one = kinds.kind(code)
    except kinds.UnknownKind:
        raise Http404 from None
    if not access.may_plan(viewer, one):
        raise PermissionDenied
    if not one.is_open_on(viewer.on):
        raise Http404
    return one


def plannable(viewer: Viewer) -> dict[Kind, list[Unit]]:
    """The kinds that she plans today, each with the units that hold it; nothing that has nowhere to be held. One query."""
    open_now = [one for one in kinds.all_kinds() if one.is_open_on(viewer.on) and access.may_plan(viewer, one)]
    rows = Unit.objects.on(viewer.on).filter(kind__in={one.unit_kind for one in open_now}).select_related("parent")
    there = list(rows) if open_now else []
    found = {one: _held_by(viewer, one, there) for one in open_now}
    return {one: units for one, units in found.items() if units}


def _held_by(viewer: Viewer, one: Kind, there: list[Unit]) -> list[Unit]:
    hers = viewer.units_in(*one.planners)
    return [unit for unit in there if unit.kind == one.unit_kind and unit.pk in hers]


def units_to_plan(viewer: Viewer, one: Kind, asked: str) -> list[Unit]:
    """For which units she plans it; the one that is asked for alone. 403 for another's, 404 where there is none.

    What is due of a person names her, not a unit: it asks for no unit.
    """
    units = access.units_to_plan(viewer, one)
    if not units:
        raise Http404
    wanted = [unit for unit in units if str(unit.pk) == asked]
    if not wanted and _is_a_unit(one, asked):
        raise PermissionDenied
    return wanted or units


def _is_a_unit(one: Kind, asked: str) -> bool:
    try:
        key = UUID(asked)
    except ValueError:
        return False
    return Unit.objects.filter(kind=one.unit_kind, pk=key).exists()
