"""The only door to this mechanism's own rows."""

from collections.abc import Iterator
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.people.access import may_manage_people
from navmark.foundation.people.models import Unit
from navmark.foundation.people.queries import branches
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.elected import Winner, winners_of
from navmark.pillars.demonstration.branch_life.models import Proposal, Standing
from navmark.pillars.demonstration.branch_life.sheets.rendering import render
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

IN_OFFICE = ("secretary", "committee", "clerk")
CODES = frozenset(kind.code for kind in kinds.KINDS)


def branches_of(viewer: Viewer) -> list[Unit]:
    """The branches that are hers."""
    return list(branches(viewer.on).filter(pk__in=viewer.branch_ids))


def meeting(viewer: Viewer, pk: UUID) -> Activity:
    """A meeting of this mechanism that the viewer may see, or 404."""
    return activities.activity_for(viewer, pk, of=CODES)


def election_to_register(viewer: Viewer, pk: UUID) -> tuple[Activity, list[Winner]]:
    """A locked meeting that elected somebody, for those who may appoint: 404 for any other meeting."""
    activity = meeting(viewer, pk)
    if not may_manage_people(viewer):
        raise PermissionDenied
    winners = winners_of(activity) if record_of(activity).is_locked else []
    if not winners:
        raise Http404
    return activity, winners


def records_for(viewer: Viewer, activity: Activity) -> dict[Part, PrintedRecord]:
    """What is printed of a meeting this viewer may see; how others were graded only for those who keep the record."""
    built = facts.records_of(activity)
    if activities.may_keep(viewer, activity):
        return built
    return {part: facts.without_standings(record) for part, record in built.items()}


def files(activity: Activity, viewer: Viewer | None) -> Iterator[tuple[Part, bytes]]:
    """Each part as PDF, for a viewer or, for None, with all that is in it."""
    built = records_for(viewer, activity) if viewer else facts.records_of(activity)
    return ((part, render(record, "pdf")) for part, record in built.items())


def part_of(activity: Activity, position: int) -> Part:
    part = activity.parts.filter(position=position).select_related("activity__unit").first()
    if part is None:
        raise Http404
    return part


def part_to_write(viewer: Viewer, pk: UUID, code: str) -> Part:
    """A part of this kind in a record the viewer may keep."""
    part = activities.part_kept_by(viewer, pk)
    if part.kind != code:
        raise Http404
    return part


def standing_to_acknowledge(viewer: Viewer, pk: UUID) -> Standing:
    """One's own, or one that the keeper notes as signed on paper; 404 for everybody else's."""
    row = Standing.objects.filter(pk=pk).select_related("part__activity").first()
    if row is None:
        raise Http404
    activity = meeting(viewer, row.part.activity_id)
    if row.person_id != viewer.person.pk and not activities.may_keep(viewer, activity):
        raise Http404
    return row


def proposal_to_answer(viewer: Viewer, pk: UUID) -> Proposal:
    row = Proposal.objects.filter(pk=pk, unit__in=viewer.branch_ids).select_related("proposed_by").first()
    if row is None:
        raise Http404
    if row.unit_id not in viewer.homes_in(*IN_OFFICE):
        raise PermissionDenied
    return row
