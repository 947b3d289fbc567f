"""By when a task is likely due: whoever writes it down corrects the day where it differs."""

from datetime import date, timedelta

from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.almanac.queries import work_calendar


def next_meeting(part: Part) -> date:
    """The day of this unit's next meeting of the kind: as planned, else a month later, on a workday. Reads `part.activity`."""
    now = part.activity
    rows = Activity.objects.filter(parts__kind=part.kind, unit=now.unit_id, day__gt=now.day)
    planned = rows.exclude(state=ActivityState.CANCELLED).order_by("day").values_list("day", flat=True).first()
    return planned or _workday_by(add_months(now.day, 1), after=now.day)


def _workday_by(day: date, *, after: date) -> date:
    """The last workday up to `day`; the day itself where there is none."""
    calendar = work_calendar()
    back = (day - timedelta(days=n) for n in range((day - after).days))
    return next((one for one in back if calendar.day_kind(one).workday), day)
