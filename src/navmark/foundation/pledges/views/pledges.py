"""The page of a pledge: who, since when, what was done, who had it before."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.box import files_box
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, queries
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.files import PLEDGE_FILES
from navmark.foundation.pledges.models import PledgeState
from navmark.foundation.pledges.sheet import pledge_sheet
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.standing import stand_in


@open_to()
@require_GET
def pledge(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_for(viewer, pk)
    stand_in(request, "pledges:list", row.kind.code)
    context: dict[str, Any] = {
        "pledge": row, "thing": Thing.of(row, viewer.on), "where": name_on(row.unit, viewer.on),
        "is_taken": row.state == PledgeState.TAKEN, "is_offered": row.state == PledgeState.OFFERED,
        "keeps": access.keeps(viewer, row), "holds": access.holds(viewer, row),
        "words": queries.told(row, viewer.on), "occasions": queries.took_part_in(row, upto=viewer.on),
        "others": queries.of_same_thing(row), "history": deeds(history_of(row).order_by("-at")),
        "files": files_box(PLEDGE_FILES, row.pk, keeps=True, closed_at=None, at=timezone.now()),
    }  # fmt: skip
    return render(request, "pledges/pledge.html", context)


@open_to()
@require_GET
def sheet(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    row = access.pledge_for(request.viewer, pk)
    drawn = pledge_sheet(row, on=request.viewer.on)
    return printed(printed_as(drawn, "pdf"), filename(drawn.name, "pdf", on=request.viewer.on), inline=True)
