"""The page that says who may what, and its sheet."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import INSIDERS, open_to
from navmark.foundation.printing.matrix import matrix_pdf
from navmark.foundation.printing.responses import printed
from navmark.project.rights.acts import RightsOfThing, rights, things_of
from navmark.project.rights.sheet import matrices
from navmark.project.rights.sorts import SORTS


@open_to(*INSIDERS)
@require_GET
def who_may_what(request: HttpRequest) -> HttpResponse:
    wanted = request.GET.get("of", SORTS[0].code)
    sort = next((one for one in SORTS if one.code == wanted), None)
    if sort is None:
        raise Http404
    groups: dict[str, list[RightsOfThing]] = {}
    for row in rights(sort, things_of(sort, request.viewer)):
        groups.setdefault(row.held_by, []).append(row)
    return render(request, "project/rights.html", {"sorts": SORTS, "sort": sort, "groups": groups.items()})


@open_to(*INSIDERS)
@require_GET
def who_may_what_sheet(request: HttpRequest) -> FileResponse:
    with override("zh-hans"):
        sheets = list(matrices(request.viewer))
        return printed(matrix_pdf(*sheets), filename("权限一览表", "pdf"), inline=True)
