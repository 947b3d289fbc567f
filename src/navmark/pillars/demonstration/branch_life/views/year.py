"""See: the year at a glance on the page and on one A4, its register, and how many have not talked."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access as activities
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.matrix import matrix_pdf
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.dates import year_in
from navmark.pillars.demonstration.branch_life import kinds, overview, year_words
from navmark.pillars.demonstration.branch_life.facts import PRINTED_LANGUAGE
from navmark.pillars.demonstration.branch_life.talks import talks_for
from navmark.pillars.demonstration.branch_life.year import MONTHS
from navmark.pillars.demonstration.branch_life.year_queries import year_for

branch_people = open_to("members", "clerk", "secretary")


def asked_year(request: HttpRequest) -> int:
    return year_in(request.GET.get("year", ""), otherwise=request.viewer.on.year)


def years_of(viewer: Viewer) -> list[int]:
    return list(range(viewer.school.in_use_since.year, viewer.on.year + 2))


@branch_people
@require_GET
def year(request: HttpRequest) -> HttpResponse:
    """Units x months at a glance: what of the year's cadence is covered."""
    asked = asked_year(request)
    shown = year_for(request.viewer, asked)
    on = request.viewer.on
    context = {"shown": shown, "year": asked, "years": years_of(request.viewer), "months": list(MONTHS)}
    context |= {"this_month": on.month if asked == on.year else None}
    return render(request, "branch_life/year.html", context | {"answer": year_words.answer(shown, request.viewer)})


@branch_people
@require_GET
def year_sheet(request: HttpRequest) -> FileResponse:
    """The same table on one A4 across, as PDF."""
    asked = asked_year(request)
    with override(PRINTED_LANGUAGE):
        shown = year_for(request.viewer, asked)
        if not shown.branches:
            raise Http404
        matrix = year_words.printed(shown, request.viewer, request.viewer.on)
    return printed(matrix_pdf(matrix), filename(matrix.title, "pdf"), inline=True)


@branch_people
@require_GET
def register(request: HttpRequest) -> FileResponse:
    """会议登记 of the year as XLSX: exactly what this viewer may see."""
    asked = asked_year(request)
    rows = overview.in_register(activities.visible_to(request.viewer), asked)
    return printed(overview.register_workbook(rows, asked), filename(f"{asked}年度会议登记", "xlsx"))


@branch_people
@require_GET
def talks(request: HttpRequest) -> HttpResponse:
    """谈心谈话 of the year: one's own, how many are without one, and by name to the secretary alone."""
    asked = asked_year(request)
    found = talks_for(request.viewer, asked)
    context = {"talks": found, "answer": found.answer(asked), "year": asked, "years": years_of(request.viewer)}
    may_arrange = activities.may_plan(request.viewer, kinds.by_code(kinds.TALK))
    return render(request, "branch_life/talks.html", context | {"may_arrange": may_arrange})
