"""One state for one occasion, wherever it is shown: on its page, in the register; Today says the same of what is due of it."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import all_kinds, kind
from navmark.foundation.activities.models import Activity, ActivityState, Part


class OccasionState(models.TextChoices):
    """How far an occasion and its record are; the value is the code of its chip."""

    PLANNED = "planned", _("planned")
    RECORD = "record", _("record open")
    SUBMITTED = "submitted", _("to be locked")
    DONE = "done", _("complete")  # of a kind that nobody signs
    LOCKED = "locked", _("locked")
    CANCELLED = "cancelled", _("cancelled")


def in_state(state: OccasionState, *, at: datetime) -> Q:
    """The rows of a state, as `state_of` says it; of SUBMITTED and DONE, which differ by the kind, those of both."""
    incomplete = Q(completed_at=None, closed_at=None) & ~Q(state=ActivityState.CANCELLED)
    counted = Part.objects.filter(position=1, kind__in=[one.code for one in all_kinds() if one.is_counted])
    begun = Q(state=ActivityState.PLANNED, starts_at__lte=at, pk__in=counted.values("activity"))
    complete = Q(completed_at__isnull=False, closed_at=None) & ~Q(state=ActivityState.CANCELLED)
    return {
        OccasionState.PLANNED: incomplete & Q(state=ActivityState.PLANNED) & ~begun,
        OccasionState.RECORD: incomplete & (Q(state=ActivityState.HELD) | begun),
        OccasionState.SUBMITTED: complete,
        OccasionState.DONE: complete,
        OccasionState.LOCKED: Q(closed_at__isnull=False),
        OccasionState.CANCELLED: Q(state=ActivityState.CANCELLED),
    }[state]


def state_of(activity: Activity, *, at: datetime) -> OccasionState:
    """Reads the parts, which a list fetches with its rows."""
    first = kind(next(iter(activity.parts.all())).kind)
    if activity.state == ActivityState.CANCELLED:
        return OccasionState.CANCELLED
    if activity.closed_at is not None:
        return OccasionState.LOCKED
    if activity.completed_at is not None:
        return OccasionState.DONE if first.is_data else OccasionState.SUBMITTED
    has_roll_to_come = activity.state == ActivityState.PLANNED and not (first.is_counted and activity.starts_at <= at)
    return OccasionState.PLANNED if has_roll_to_come else OccasionState.RECORD
