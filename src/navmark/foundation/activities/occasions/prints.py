"""The sheet of an occasion and its sign-in sheet, as PDF and DOCX."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access
from navmark.foundation.activities.occasions import doors
from navmark.foundation.activities.occasions.sheet import sheet_of
from navmark.foundation.activities.occasions.writing import kind_of
from navmark.foundation.activities.printed.sign_in import is_signed_in
from navmark.foundation.activities.printed.sign_in import sign_in_sheet as roll_to_sign
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.responses import printed


@open_to()
@require_GET
def sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    activity = doors.occasion(request.viewer, pk)
    drawn = sheet_of(activity, sealed=access.may_keep(request.viewer, activity))
    return printed(printed_as(drawn, form), filename(drawn.name, form, on=activity.day), inline=form == "pdf")


@open_to()
@require_GET
def sign_in_sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    activity = access.activity_for(request.viewer, pk)
    if not is_signed_in(kind_of(activity)):
        raise Http404
    body = printed_as(roll_to_sign(activity), form)
    return printed(body, filename(_("sign-in sheet"), form, on=activity.day), inline=form == "pdf")
