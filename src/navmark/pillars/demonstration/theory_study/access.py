"""Who sees whose hours: everybody the own; of a branch its secretary, clerk and committee. Secretary and clerk note them."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.circles.named import CLERK, COMMITTEE, SECRETARY
from navmark.foundation.people.models import PartyStatus, Person, Unit, UnitKind
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.queries import members_of, members_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.study.models import NotedStudy

READERS, KEEPERS = (SECRETARY, CLERK, COMMITTEE), (SECRETARY, CLERK)


def branches_for(viewer: Viewer, *circles: str) -> list[Unit]:
    """Those whose hours she sees, or in which she stands in one of these circles. Raises PermissionDenied where there is none."""
    asked = circles or READERS
    found = [one for one in viewer.units_today if one.kind == UnitKind.BRANCH and viewer.is_in(one, *asked)]
    if not found:
        raise PermissionDenied
    return found


def branch_for(viewer: Viewer, asked: str, *circles: str) -> Unit:
    """The one that is asked for, or the first of them. 404 for another's."""
    found = branches_for(viewer, *circles)
    if not asked:
        return found[0]
    chosen = next((one for one in found if str(one.pk) == asked), None)
    if chosen is None:
        raise Http404
    return chosen


def keeps(viewer: Viewer, branch: Unit) -> bool:
    return viewer.is_in(branch, *KEEPERS)


def member_for(viewer: Viewer, pk: UUID, on: date) -> tuple[Person, Unit]:
    """A member on that day of a branch whose hours she sees, and which. 404 for anybody else."""
    for branch in branches_for(viewer):
        if person := members_on(branch, on).filter(pk=pk).first():
            return person, branch
    raise Http404


def own_branch(viewer: Viewer, on: date) -> Unit | None:
    """Of which she was a member on that day."""
    rows = PartyStatus.objects.on(on).filter(person=viewer.person, status__in=MEMBER_STATUSES)
    return next((one.branch for one in rows.select_related("branch")), None)


def noted_for(viewer: Viewer, pk: UUID) -> NotedStudy:
    """A line that she may take back. 404 for anybody else's."""
    row = NotedStudy.objects.filter(pk=pk, person__in=members_of(branches_for(viewer, *KEEPERS), viewer.on)).first()
    if row is None:
        raise Http404
    return row
