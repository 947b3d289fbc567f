"""The sheet of an entry, as PDF and DOCX."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to
from navmark.foundation.printing.rendering import Form
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.registers import access
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.sheet import sheet_of


@open_to()
@behind_purpose
@require_GET
def sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    entry = access.entry_for(request.viewer, pk)
    return sheet_printed(sheet_of(entry, sealed=access.may_keep(request.viewer, entry)), form)
