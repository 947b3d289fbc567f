"""Its numbers, each computed from rows: of the school, of nobody."""

from datetime import date

from navmark.foundation.activities.models import Attendance
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.study.sessions import sessions_of


def counts(on: date) -> dict[str, int]:
    """Sessions of this calendar year up to that day, their hours (whole), and how often somebody was there."""
    held = [one for one in sessions_of(on.year).values() if one.hours is not None and one.day <= on]
    there = Attendance.objects.filter(activity__in=[one.pk for one in held], presence__in=THERE).count()
    return {"sessions": len(held), "hours": int(sum(one.hours or 0 for one in held)), "there": there}
