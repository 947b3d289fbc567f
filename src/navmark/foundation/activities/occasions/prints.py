"""The sheet of an occasion, as PDF and DOCX."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access
from navmark.foundation.activities.occasions import doors
from navmark.foundation.activities.occasions.sheet import sheet_of
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
