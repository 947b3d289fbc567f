"""The one check before any write to a record."""

from navmark.foundation.activities.models import Activity
from navmark.foundation.proceedings.models import Minutes, MinutesState
from navmark.foundation.proceedings.refusals import Locked


def open_minutes(activity: Activity) -> Minutes:
    """The activity's minutes, locked for this transaction and made when there are none; a submitted record opens again.

    Raises Locked.
    """
    minutes, _created = Minutes.objects.select_for_update().get_or_create(school_id=activity.school_id, activity=activity)
    if minutes.is_locked:
        raise Locked
    if minutes.state == MinutesState.SUBMITTED:
        minutes.state, minutes.submitted_by, minutes.submitted_at = MinutesState.OPEN, None, None
        minutes.save(update_fields=["state", "submitted_by", "submitted_at"])
    return minutes
