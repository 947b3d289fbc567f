"""The one check before any write to a record."""

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.refusals import Completed
from navmark.foundation.proceedings.models import Minutes, MinutesState
from navmark.foundation.proceedings.refusals import Locked


def open_minutes(activity: Activity) -> Minutes:
    """The activity's minutes, locked for this transaction and made when there are none.

    Raises Locked or Completed: nothing but reopening opens a complete record.
    """
    minutes = minutes_for_update(activity)
    if minutes.state == MinutesState.SUBMITTED:
        raise Completed
    return minutes


def minutes_for_update(activity: Activity) -> Minutes:
    """The same, complete or not. Raises Locked."""
    minutes, _created = Minutes.objects.select_for_update().get_or_create(school_id=activity.school_id, activity=activity)
    if minutes.is_locked:
        raise Locked
    return minutes
