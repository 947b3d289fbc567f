"""Files of an activity: whoever may see it opens them, whoever keeps it adds and removes them, until its record is locked."""

from datetime import datetime
from uuid import UUID

from navmark.foundation.activities import access
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.attachments.owners import OwnerKind, register

ACTIVITY = "activities.activity"


def closed_at(pk: UUID) -> datetime | None:
    """The lock takes the same row, so a file is removed before it or not at all."""
    return Activity.objects.select_for_update().values_list("closed_at", flat=True).get(pk=pk)


register(OwnerKind(ACTIVITY, access.activity_for, access.kept_by, closed_at, page_of))
