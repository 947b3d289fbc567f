"""会后整理 or 补录: on which day a record was really written (house rule 14). Both are shown, neither is blamed."""

from datetime import date

from django.utils.timezone import localdate

from navmark.foundation.activities.models import Activity
from navmark.foundation.almanac.workdays import WorkCalendar

TIDY_WITHIN = 5  # working days; later is 补录


def is_made_up(held_on: date, written_on: date | None, *, calendar: WorkCalendar) -> bool:
    """Whether it was written later than within the working days there are for it; what is not written yet is not."""
    return written_on is not None and written_on > calendar.add_workdays(held_on, TIDY_WITHIN).value


def written_on(activity: Activity) -> date | None:
    """The day on which its record was completed."""
    return localdate(activity.completed_at) if activity.completed_at else None
