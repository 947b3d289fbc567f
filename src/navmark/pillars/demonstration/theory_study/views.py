"""The hours of the members of a branch, of one of them, one's own; and what is noted of them."""

from collections import Counter
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.responses import printed, sheet_printed
from navmark.foundation.registers.access import entry_for
from navmark.foundation.study import actions, noting, seeing
from navmark.foundation.study.sessions import Session, sessions_among
from navmark.foundation.study.sheets import of_person as own_year
from navmark.foundation.study.year import StudyLine, StudyYear
from navmark.foundation.tables.writing import workbook
from navmark.foundation.ui.steps import press
from navmark.pillars.demonstration.theory_study import access, sheets
from navmark.pillars.demonstration.theory_study.members import of_branch, of_person
from navmark.pillars.demonstration.theory_study.plans import PLAN

ROUTES, MEMBERS = "theory_study", "theory_study:members"


def asked(request: HttpRequest, *circles: str) -> tuple[Unit, StudyYear, list[StudyLine]]:
    """The year of a branch. 403 where she sees nobody's hours, 404 for a branch that is not hers."""
    branch = access.branch_for(request.viewer, request.GET.get("branch", ""), *circles)
    year = seeing.asked_study_year(request)
    return branch, year, of_branch(year, branch)


def own(request: HttpRequest) -> tuple[StudyLine, StudyYear, Unit | None]:
    viewer, year = request.viewer, seeing.asked_study_year(request)
    branch = access.own_branch(viewer, year.last)
    return of_person(year, viewer.person, branch), year, branch


@open_to("staff", "members")
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的学习."""
    line, year, _branch = own(request)
    return seeing.year_page(request, line, year, routes=ROUTES)


@open_to("staff", "members")
@require_GET
def own_sheet(request: HttpRequest) -> HttpResponseBase:
    line, year, branch = own(request)
    return sheet_printed(own_year(line, year, unit=name_on(branch, year.last) if branch else ""))


@open_to()
@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """The members of a branch by strokes: what each studied and how much is still open; the sessions that somebody missed."""
    viewer: Viewer = request.viewer
    branch, year, lines = asked(request)
    branches = [(str(one.pk), name_on(one, viewer.on)) for one in access.branches_for(viewer)]
    context = {
        "lines": lines, "branch": branch, "branches": branches if len(branches) > 1 else [],
        "year": year.year, "years": seeing.study_years(viewer), "keeps": access.keeps(viewer, branch),
        "open": sum(bool(line.law.remaining) and line.is_whole for line in lines), "to_make_up": to_make_up(lines),
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
    viewer, year = request.viewer, seeing.asked_study_year(request)
    one, branch = access.member_for(viewer, pk, year.last)
    keeps, line = access.keeps(viewer, branch), of_person(year, one, branch)
    return seeing.year_page(request, line, year, routes=ROUTES, up=reverse(MEMBERS), keeps=keeps)


@open_to()
@require_GET
def table(request: HttpRequest) -> HttpResponseBase:
    _branch, year, lines = asked(request)
    return printed(workbook([sheets.worksheet(lines, year)]), filename(sheets.title_of(year), "xlsx"))


@open_to()
@require_GET
def sheet(request: HttpRequest) -> HttpResponseBase:
    branch, year, lines = asked(request)
    return sheet_printed(sheets.of_branch(lines, year, branch=name_on(branch, request.viewer.on)))


@open_to()
@require_GET
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = entry_for(request.viewer, pk)
    if entry.register.code != PLAN:
        raise Http404
    keeps = any(access.keeps(request.viewer, one) for one in request.viewer.units_today)
    return seeing.plan_line_page(request, entry, routes=ROUTES, keeps=keeps)


@open_to()
@require_http_methods(["GET", "POST"])
def make_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer, kept = request.viewer, access.branches_for(request.viewer, *access.KEEPERS)
    session = sessions_among([pk]).get(pk)
    if session is None:
        raise Http404
    year = StudyYear(session.day.year, on=viewer.on, in_use_since=viewer.school.in_use_since)
    lines = [line for branch in kept for line in of_branch(year, branch)]
    return noting.note_made_up(request, session, lines, back=reverse(MEMBERS))


@open_to()
@require_http_methods(["GET", "POST"])
def course(request: HttpRequest) -> HttpResponse:
    _branch, _year, lines = asked(request, *access.KEEPERS)
    return noting.note_course(request, lines, back=reverse(MEMBERS))


@open_to()
@require_http_methods(["GET", "POST"])
def brought(request: HttpRequest) -> HttpResponse:
    _branch, year, lines = asked(request, *access.KEEPERS)
    return noting.note_before(request, year, lines, back=reverse(MEMBERS))


@open_to()
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.noted_for(request.viewer, pk)
    back = reverse("theory_study:person", args=[row.person_id])
    by, at = request.viewer.person, timezone.now()
    return press(request, lambda: actions.take_back(row, by=by, at=at), back=back, done=_("The hours are taken back."))
