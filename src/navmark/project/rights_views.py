"""The page that says who may what, and its sheet."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import INSIDERS, open_to
from navmark.foundation.printing.matrix import matrix_pdf
from navmark.foundation.printing.responses import printed
from navmark.project.rights import ACTS, kinds_held, matrix, rights


@open_to(*INSIDERS)
@require_GET
def who_may_what(request: HttpRequest) -> HttpResponse:
    return render(request, "project/rights.html", {"rows": rights(kinds_held(request.viewer)), "acts": ACTS})


@open_to(*INSIDERS)
@require_GET
def who_may_what_sheet(request: HttpRequest) -> FileResponse:
    with override("zh-hans"):
        sheet = matrix(kinds_held(request.viewer), school=request.viewer.school.name, on=request.viewer.on)
        return printed(matrix_pdf(sheet), filename(sheet.title, "pdf"), inline=True)
