"""What the plan of the meeting says: its day, its end, who leads and who writes, its number in the year."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import of_the_same_number
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.proceedings.findings import Finding
from navmark.foundation.ui.dates import cn_date


def about_time(activity: Activity) -> Iterator[Finding]:
    kind = work_calendar().day_kind(activity.day)
    if not kind.workday:
        name = kind.name or date_format(activity.day, "l")  # an ordinary weekend has no name but its weekday
        words = _("The day was a day of rest (%(name)s). If that is right, nothing need be done.") % {"name": name}
        yield Finding("rest-day", words)
    if activity.ends_at is None:
        yield Finding("no-end", _("The end time is missing. Fill it in on the plan."))
    if activity.host_id is None:
        yield Finding("no-host", _("The host is missing. Choose one on the plan."), blocking=True, liftable=False)
    if activity.recorder_id is None:
        yield Finding("no-recorder", _("The recorder is missing. Choose one on the plan."), blocking=True, liftable=False)


def about_number(part: Part) -> Iterator[Finding]:
    for twin in of_the_same_number(part):
        words = _("“%(title)s” of %(day)s has the same number in the year, %(number)s. Correct one of the two on its plan.")
        filled = words % {"title": twin.activity.title, "day": cn_date(twin.activity.day), "number": part.number}
        yield Finding(f"number-{part.position}-{twin.pk}", filled)
