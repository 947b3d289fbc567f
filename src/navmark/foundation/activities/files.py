"""Files of an activity: whoever may see it opens them, whoever keeps it adds and removes them, until its record is locked."""

from datetime import datetime
from uuid import UUID

from navmark.foundation.activities import access
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.pages import page_of
from navmark.foundation.attachments.owners import FilePlace, OwnerKind, register
from navmark.foundation.papers.hanging import hangs_on_paper, places_on
from navmark.foundation.papers.queries import answers_of

ACTIVITY = "activities.activity"


def closed_at(pk: UUID) -> datetime | None:
    """The lock takes the same row, so a file is removed before it or not at all."""
    return Activity.objects.select_for_update().values_list("closed_at", flat=True).get(pk=pk)


def places(activity: Activity) -> list[FilePlace]:
    """Of its own paper, while it is written; a mechanism's parts have theirs."""
    is_open = activity.completed_at is None and activity.state != ActivityState.CANCELLED
    return places_on(answers_of(activity), activity.day) if is_open else []


register(OwnerKind(ACTIVITY, access.activity_for, access.kept_by, closed_at, page_of, places, hangs_on_paper(ACTIVITY)))
