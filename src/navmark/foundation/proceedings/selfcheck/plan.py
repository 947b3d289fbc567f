"""What the plan of the meeting says: its day, its end, who leads and who writes, its number in the year."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import of_the_same_number
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.records.findings import PLAN, ROLL, SelfCheckFinding
from navmark.foundation.ui.dates import cn_date


def about_time(activity: Activity) -> Iterator[SelfCheckFinding]:
    kind = work_calendar().day_kind(activity.day)
    if not kind.workday:
        name = kind.name or date_format(activity.day, "l")  # an ordinary weekend has no name but its weekday
        words = _("The day was a day of rest (%(name)s). If that is right, nothing need be done.") % {"name": name}
        yield SelfCheckFinding("rest-day", words, at=f"{PLAN}#id_day")
    if activity.ends_at is None:
        yield SelfCheckFinding("no-end", _("The end time is missing. Fill it in on the plan."), at=f"{PLAN}#id_end")
    if not activity.place.strip():
        yield SelfCheckFinding("no-place", _("The place is missing. Fill it in on the plan."), at=f"{PLAN}#id_place")


def about_office(activity: Activity, rolls: Rolls) -> Iterator[SelfCheckFinding]:
    """Who leads and who writes: named, and there. Who writes and is not expected is an observer by that."""
    missing = {
        "host": _("The host is missing. Choose one on the plan."),
        "recorder": _("The recorder is missing. Choose one on the plan."),
    }
    absent = {
        "host": _("%(name)s is the host, yet is marked as not there. Correct the roll, or the host on the plan."),
        "recorder": _("%(name)s is the recorder, yet is marked as not there. Correct the roll, or the recorder on the plan."),
    }
    away = {place.person for place in rolls.whole().away}
    for office in missing:
        person = getattr(activity, office)
        if person is None:
            yield SelfCheckFinding(f"no-{office}", missing[office], blocking=True, liftable=False, at=f"{PLAN}#id_{office}")
        elif person in away:
            yield SelfCheckFinding(f"absent-{office}", absent[office] % {"name": person.name}, at=ROLL)


def about_number(part: Part) -> Iterator[SelfCheckFinding]:
    for twin in of_the_same_number(part):
        words = _("“%(title)s” of %(day)s has the same number in the year, %(number)s. Correct one of the two on its plan.")
        filled = words % {"title": twin.activity.title, "day": cn_date(twin.activity.day), "number": part.number}
        yield SelfCheckFinding(f"number-{part.position}-{twin.pk}", filled, at=f"{PLAN}#id_number")
