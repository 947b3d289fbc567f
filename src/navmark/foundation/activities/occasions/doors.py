"""Who opens and keeps an occasion of a kind from data; other kinds have pages of their own."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.writing import kind_of
from navmark.foundation.people.viewer import Viewer


def data_kind(code: str) -> Kind:
    try:
        one = kinds.kind(code)
    except kinds.UnknownKind:
        raise Http404 from None
    if not one.is_data:
        raise Http404
    return one


def kind_to_read(viewer: Viewer, code: str) -> Kind:
    """For its register: what stands in it is filtered again, occasion by occasion."""
    one = data_kind(code)
    if not viewer.has(*(circle for circle in (*one.planners, *one.seen_by))):
        raise PermissionDenied
    return one


def occasion(viewer: Viewer, pk: UUID) -> Activity:
    return _of_data(access.activity_for(viewer, pk))


def occasion_to_keep(viewer: Viewer, pk: UUID) -> Activity:
    return _of_data(access.kept_by(viewer, pk))


def _of_data(activity: Activity) -> Activity:
    if not kind_of(activity).is_data:
        raise Http404
    return activity
