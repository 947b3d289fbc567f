"""The only door to a record: whoever may keep the activity may write it; whoever may see the activity may read it."""

from typing import TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Part
from navmark.foundation.people.on_behalf import types_for_others
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings.models import AgendaItem, Decision, FollowUp, Vote

Row = TypeVar("Row", AgendaItem, Decision, FollowUp, Vote)

_PATH_TO_ITEM = {AgendaItem: "", Vote: "item__", Decision: "item__", FollowUp: "decision__item__"}


def part_to_write(viewer: Viewer, pk: UUID) -> Part:
    part = Part.objects.select_related("activity__unit").filter(pk=pk).first()
    if part is None:
        raise Http404
    activities.kept_by(viewer, part.activity_id)
    return part


def row_to_write(viewer: Viewer, model: type[Row], pk: UUID) -> Row:
    """An agenda item, vote, decision or follow-up of a record this viewer may keep; else 404 or 403."""
    path = _PATH_TO_ITEM[model]
    row = model.objects.select_related(f"{path}part__activity__unit").filter(pk=pk).first()
    if row is None:
        raise Http404
    item = row
    for step in path.split("__")[:-1]:
        item = getattr(item, step)
    item.part.activity = activities.kept_by(viewer, item.part.activity_id)  # type: ignore[union-attr]
    return row


def follow_up_of(viewer: Viewer, pk: UUID) -> FollowUp:
    """A follow-up its owner may report as done; the clerk or the secretary for her."""
    row = FollowUp.objects.select_related("owner", "taken_over_by", "decision__item__part__activity__unit").filter(pk=pk).first()
    if row is None:
        raise Http404
    activity = row.decision.item.part.activity
    if row.doer.pk != viewer.person.pk and not types_for_others(viewer, activity.unit):
        activities.activity_for(viewer, activity.pk)
        raise PermissionDenied
    return row
