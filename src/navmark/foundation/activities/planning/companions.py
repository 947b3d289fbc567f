"""What may be held in one gathering with another kind, as a part of its own."""

from collections.abc import Collection

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer


def companions(kind: Kind) -> list[Kind]:
    """What says that it joins this kind; of a mechanism's own, what the same unit holds with the same people on the same page."""
    return [one for one in kinds.all_kinds() if one != kind and (kind.code in one.joins or _are_alike(one, kind))]


def offered(viewer: Viewer, kind: Kind, unit: Unit, *, planned: Collection[str] = ()) -> list[Kind]:
    """Those that she may add: a gathering is kept by whoever keeps every part of it. What is `planned` stays."""
    return [one for one in companions(kind) if one.code in planned or _may_add(viewer, one, unit)]


def _may_add(viewer: Viewer, one: Kind, unit: Unit) -> bool:
    return not one.is_data or (one.is_open_on(viewer.on) and access.may_plan(viewer, one, unit))


def _are_alike(one: Kind, kind: Kind) -> bool:
    return not kind.is_data and bool(kind.expected) and _together(one) == _together(kind)


def _together(kind: Kind) -> tuple:
    return kind.unit_kind, kind.expected, kind.page
