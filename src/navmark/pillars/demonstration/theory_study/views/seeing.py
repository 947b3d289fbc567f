"""See: one's own year; the members of a branch; one of them; who studied what a line of the plan says."""

from collections import Counter
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Attendance
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.year.views import asked_year, years_of
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.links.models import Tie
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.registers import access as entries
from navmark.foundation.tables.writing import workbook
from navmark.pillars.demonstration.theory_study import access, sheets
from navmark.pillars.demonstration.theory_study.sessions import PLAN, Session, sessions_among
from navmark.pillars.demonstration.theory_study.year import StudyLine, StudyYear


def year_of(request: HttpRequest) -> StudyYear:
    """The one that is asked for, if the school was here in it; else this one."""
    viewer: Viewer = request.viewer
    asked_for = asked_year(request)
    return StudyYear(
        asked_for if asked_for in _years(viewer) else viewer.on.year, on=viewer.on, in_use_since=viewer.school.in_use_since
    )


def _years(viewer: Viewer) -> list[int]:
    return years_of(viewer)[:-1]  # the coming one has no session yet


def asked(request: HttpRequest, *circles: str) -> tuple[Unit, StudyYear, list[StudyLine]]:
    """The year of a branch. 403 where she sees nobody's hours, 404 for a branch that is not hers."""
    branch, year = access.branch_for(request.viewer, request.GET.get("branch", ""), *circles), year_of(request)
    return branch, year, year.of_branch(branch)


@open_to("staff", "members")
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的学习: with what remains, as a fact; nobody else is named."""
    line, year, _branch = _own(request)
    context = {"line": line, "year": year.year, "years": _years(request.viewer), "is_own": True}
    return render(request, "theory_study/person.html", context)


def _own(request: HttpRequest) -> tuple[StudyLine, StudyYear, Unit | None]:
    viewer, year = request.viewer, year_of(request)
    branch = access.own_branch(viewer, year.last)
    return year.of_person(viewer.person, branch), year, branch


@open_to("staff", "members")
@require_GET
def own_sheet(request: HttpRequest) -> HttpResponseBase:
    line, year, branch = _own(request)
    return _print(sheets.of_person(line, year, branch=name_on(branch, year.last) if branch else ""))


@open_to()
@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """The members of a branch by strokes: what each studied and how much is still open; the sessions that somebody missed."""
    viewer: Viewer = request.viewer
    branch, year, lines = asked(request)
    branches = [(str(one.pk), name_on(one, viewer.on)) for one in access.branches_for(viewer)]
    context = {
        "lines": lines, "branch": branch, "branches": branches if len(branches) > 1 else [],
        "year": year.year, "years": _years(viewer), "keeps": access.keeps(viewer, branch),
        "open": sum(bool(line.law.remaining) for line in lines), "to_make_up": to_make_up(lines),
        "without_hours": year.without_hours, "unknown": any(not line.is_whole for line in lines),
    }  # fmt: skip
    return render(request, "theory_study/members.html", context)


def to_make_up(lines: list[StudyLine]) -> list[tuple[Session, int]]:
    """Sessions, and how many of these members have missed one and not made it up; nobody exempt is counted."""
    missed = [one for line in lines if not line.law.is_exempt for one, _why, is_made_up in line.missed if not is_made_up]
    return sorted(Counter(missed).items(), key=lambda pair: pair[0].day)


@open_to()
@require_GET
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    year = year_of(request)
    one, branch = access.member_for(viewer, pk, year.last)
    context = {
        "line": year.of_person(one, branch), "year": year.year, "years": _years(viewer), "is_own": False,
        "keeps": access.keeps(viewer, branch),
    }  # fmt: skip
    return render(request, "theory_study/person.html", context)


@open_to()
@require_GET
def table(request: HttpRequest) -> HttpResponseBase:
    _branch, year, lines = asked(request)
    title = sheets.title_of(year.year)
    return printed(workbook([sheets.worksheet(lines, title=title)]), filename(title, "xlsx"))


@open_to()
@require_GET
def sheet(request: HttpRequest) -> HttpResponseBase:
    branch, year, lines = asked(request)
    return _print(sheets.of_branch(lines, year, branch=name_on(branch, request.viewer.on)))


def _print(sheet: sheets.Sheet) -> HttpResponseBase:
    return printed(printed_as(sheet, "pdf"), filename(sheet.name, "pdf", on=sheet.on), inline=True)


@open_to()
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was held of a line of the study plan: hours and how many were there, in numbers."""
    entry = entries.entry_for(request.viewer, pk)
    if entry.register.code != PLAN:
        raise Http404
    pks = list(Tie.objects.filter(thing=entry.pk, to_kind=ACTIVITY).values_list("to_thing", flat=True))
    held = sessions_among(pks)
    there = Counter(Attendance.objects.filter(activity__in=held, presence__in=THERE).values_list("activity", flat=True))
    may_note = any(access.keeps(request.viewer, one) for one in request.viewer.units_today)
    context = {
        "entry": entry, "held": [(one, there[pk]) for pk, one in held.items()], "linked": len(pks), "may_note": may_note,
        "title": _("Who studied"),
    }  # fmt: skip
    return render(request, "theory_study/plan.html", context)
