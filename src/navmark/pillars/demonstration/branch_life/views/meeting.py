"""The page of one meeting: that of any occasion, with what this mechanism adds to it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.page import show
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.branch_life import access, kinds
from navmark.pillars.demonstration.branch_life.models import Standing
from navmark.pillars.demonstration.branch_life.views.elected import committee_step
from navmark.pillars.demonstration.branch_life.views.sight import MeetingSight


@open_to()
@require_GET
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    activity = access.meeting(viewer, pk)
    sight = MeetingSight(viewer, activity, edited=request.GET.get("edit"))
    step = committee_step(viewer, activity) if sight.record.is_locked else None
    own = _own_standing(viewer, activity)
    return show(request, sight, template="branch_life/meeting.html", committee_step=step, own_standing=own)


def _own_standing(viewer: Viewer, activity: Activity) -> Standing | None:
    if not any(part.kind == kinds.REVIEW for part in activity.parts.all()):
        return None
    return Standing.objects.filter(part__activity=activity, person=viewer.person).first()
