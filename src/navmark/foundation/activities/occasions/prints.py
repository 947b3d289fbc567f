"""The sheet of an occasion and its sign-in sheet, as PDF and DOCX."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access
from navmark.foundation.activities.occasions import doors
from navmark.foundation.activities.occasions.sheet import empty_sheet, sheet_of
from navmark.foundation.activities.occasions.writing import kind_of
from navmark.foundation.activities.printed.sign_in import is_signed_in
from navmark.foundation.activities.printed.sign_in import sign_in_sheet as roll_to_sign
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles import circle
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.responses import printed, sheet_printed


@open_to()
@require_GET
def sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    activity = doors.occasion(request.viewer, pk)
    drawn = sheet_of(activity, sealed=access.may_keep(request.viewer, activity))
    return printed(printed_as(drawn, form), filename(drawn.name, form, on=activity.day), inline=form == "pdf")


@open_to()
@require_GET
def part_sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    """Of a part that joined an occasion of data, by itself."""
    part = access.part_for(request.viewer, pk)
    if not part.is_joined or not kind_of(part.activity).is_data:
        raise Http404
    drawn = sheet_of(part.activity, sealed=access.may_keep(request.viewer, part.activity), part=part)
    return printed(printed_as(drawn, form), filename(drawn.name, form, on=part.activity.day), inline=form == "pdf")


@open_to()
@require_GET
def empty(request: HttpRequest, kind: str, form: Form) -> HttpResponseBase:
    """For whoever plans or keeps some of this kind."""
    viewer, one = request.viewer, doors.kind_to_read(request.viewer, kind)
    hers = viewer.units_in(*(code for code in (*one.planners, *one.keepers) if not circle(code).of_thing))
    units = [unit for unit in viewer.units_today if unit.kind == one.unit_kind and unit.pk in hers]
    if not units:
        raise PermissionDenied
    paper, whose = newest(one.paper), name_on(units[0], viewer.on) if len(units) == 1 else ""
    asked = paper.description if paper else Description(())
    return sheet_printed(empty_sheet(one, asked, known_here(viewer.on), whose=whose), form)


@open_to()
@require_GET
def sign_in_sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    activity = access.activity_for(request.viewer, pk)
    if not is_signed_in(kind_of(activity)):
        raise Http404
    body = printed_as(roll_to_sign(activity), form)
    return printed(body, filename(_("sign-in sheet"), form, on=activity.day), inline=form == "pdf")
