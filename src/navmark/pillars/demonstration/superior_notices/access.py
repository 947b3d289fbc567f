"""Who takes a notice in: whoever adds to the register of notices; which units' and whose, the programme says."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.models import Entry, Register

NOTICES, ASKS = "superior_notice", "handing_in"  # the registers, as programmes/*/demonstration/superior_notice.toml names them


def register_of(code: str) -> Register:
    """404 where the school's programme has no such register."""
    try:
        return known.register(code)
    except known.UnknownRegister:
        raise Http404 from None


def units_to_take_in_for(viewer: Viewer) -> list[Unit]:
    units = access.units_to_add_for(viewer, register_of(NOTICES))
    if not units:
        raise PermissionDenied
    return units


def notice_to_keep(viewer: Viewer, pk: UUID) -> Entry:
    entry = access.entry_to_keep(viewer, pk)
    if entry.register.code != NOTICES:
        raise Http404
    return entry
