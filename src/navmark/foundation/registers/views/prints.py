"""The sheet of an entry, and the empty one of a register, as PDF and DOCX."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import Form
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.registers import access, known
from navmark.foundation.registers.empty import empty_sheet
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.outcomes import outcomes
from navmark.foundation.registers.sheet import sheet_of


@open_to()
@behind_purpose
@require_GET
def sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    entry = access.entry_for(request.viewer, pk)
    came = outcomes(request.viewer, entry)
    return sheet_printed(sheet_of(entry, sealed=access.may_keep(request.viewer, entry), came=came), form)


@open_to()
@require_GET
def empty(request: HttpRequest, register: str, form: Form) -> HttpResponseBase:
    """For whoever adds to it or keeps it."""
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    units = access.units_to_add_for(viewer, one)
    if not units and not access.keeps_some(viewer, one):
        raise PermissionDenied
    paper = newest(one.paper)
    whose = name_on(units[0], viewer.on) if len(units) == 1 and one.unit_kind != UnitKind.SCHOOL else ""
    asked = paper.description if paper else Description(())
    return sheet_printed(empty_sheet(one, known.newest(one).course, asked, known_here(viewer.on), whose=whose), form)
