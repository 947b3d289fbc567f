"""See: the year of one person; who studied what a line of the plan says. Whoever calls has asked the door.

The addresses are the mechanism's: `routes` is the name under which it hangs up own_sheet, make_up and take_back.
"""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Attendance
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.year.views import asked_year, years_of
from navmark.foundation.links.models import Tie
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.models import Entry
from navmark.foundation.study.sessions import sessions_among
from navmark.foundation.study.year import StudyLine, StudyYear


def asked_study_year(request: HttpRequest) -> StudyYear:
    """The one that is asked for, if the school was here in it; else this one."""
    viewer: Viewer = request.viewer
    asked = asked_year(request)
    year = asked if asked in study_years(viewer) else viewer.on.year
    return StudyYear(year, on=viewer.on, in_use_since=viewer.school.in_use_since)


def study_years(viewer: Viewer) -> list[int]:
    return years_of(viewer)[:-1]  # the coming one has no session yet


def year_page(
    request: HttpRequest, line: StudyLine, year: StudyYear, *, routes: str, up: str = "", keeps: bool = False
) -> HttpResponse:
    """What was studied, with what remains as a fact; nobody else is named. `up`: the page of all; without it, it is one's own."""
    context = {
        "line": line, "year": year.year, "years": study_years(request.viewer), "routes": routes, "up": up, "keeps": keeps,
    }  # fmt: skip
    return render(request, "study/year.html", context)


def plan_line_page(request: HttpRequest, entry: Entry, *, routes: str, keeps: bool) -> HttpResponse:
    """What was held of a line of the study plan: hours and how many were there, in numbers."""
    pks = list(Tie.objects.filter(thing=entry.pk, to_kind=ACTIVITY).values_list("to_thing", flat=True))
    held = sessions_among(pks)
    there = Counter(Attendance.objects.filter(activity__in=held, presence__in=THERE).values_list("activity", flat=True))
    context = {
        "entry": entry, "held": [(one, there[pk]) for pk, one in held.items()], "linked": len(pks), "keeps": keeps,
        "title": _("Who studied"), "routes": routes,
    }  # fmt: skip
    return render(request, "study/line.html", context)
