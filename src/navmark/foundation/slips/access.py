"""Who opens what: whoever reads the entry sees numbers; names are for its keepers and for the class teacher of the class, each
after having said what for."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.circles.named import CLASS_TEACHER
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access as entries
from navmark.foundation.slips.asking import asked
from navmark.foundation.slips.pile import Pile


def pile_for(viewer: Viewer, pk: UUID) -> Pile:
    """404 for an entry of a register that asks for no slips, and for one that she does not read."""
    entry = entries.entry_for(viewer, pk)
    if asked(entry.register.code) is None:
        raise Http404
    return Pile(entry)


def keeps(viewer: Viewer, pile: Pile) -> bool:
    return entries.may_keep(viewer, pile.entry)


def classes_for(viewer: Viewer, pile: Pile) -> list[Unit]:
    """Those whose slips she records."""
    return [one for one in pile.classes if keeps(viewer, pile) or viewer.is_in(one, CLASS_TEACHER)]


def class_for(viewer: Viewer, pile: Pile, pk: UUID) -> Unit:
    """403 for a class that is not hers, 404 for one that is not asked."""
    unit = next((one for one in pile.classes if one.pk == pk), None)
    if unit is None:
        raise Http404
    if unit not in classes_for(viewer, pile):
        raise PermissionDenied
    return unit


def pupil_for(viewer: Viewer, pile: Pile, pk: UUID) -> Person:
    """A pupil of a class that is hers, or whom she leads."""
    classes, led = classes_for(viewer, pile), pile.asked.led(pile.entry, viewer.person)
    asked_of = [one for unit in pile.classes for one in pile.pupils[unit.pk] if unit in classes or one.pk in led]
    pupil = next((one for one in asked_of if one.pk == pk), None)
    if pupil is None:
        raise Http404
    return pupil
