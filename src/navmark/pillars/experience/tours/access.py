"""Who opens what of a tour: whoever reads its entry sees numbers; names are for its keepers, the class teacher of the class, the
leader of the group, each after having said what for; what care a child needs is for the leader of its group alone."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.circles.named import CLASS_TEACHER
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access as entries
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import CODE, Tour


def tour_for(viewer: Viewer, pk: UUID) -> Tour:
    """404 for an entry of another register, and for one that she does not read."""
    entry = entries.entry_for(viewer, pk)
    if entry.register.code != CODE:
        raise Http404
    return Tour(entry)


def keeps(viewer: Viewer, tour: Tour) -> bool:
    return entries.may_keep(viewer, tour.entry)


def insist_keeps(viewer: Viewer, tour: Tour) -> None:
    if not keeps(viewer, tour):
        raise PermissionDenied


def classes_of(viewer: Viewer, tour: Tour) -> list[Unit]:
    """Those whose slips she records."""
    return [one for one in tour.classes if keeps(viewer, tour) or viewer.is_in(one, CLASS_TEACHER)]


def class_for(viewer: Viewer, tour: Tour, pk: UUID) -> Unit:
    """403 for a class that is not hers, 404 for one that does not go."""
    unit = next((one for one in tour.classes if one.pk == pk), None)
    if unit is None:
        raise Http404
    if unit not in classes_of(viewer, tour):
        raise PermissionDenied
    return unit


def pupil_for(viewer: Viewer, tour: Tour, pk: UUID) -> Person:
    """A pupil of a class that is hers, or of the group that she leads."""
    hers = {pupil for unit in classes_of(viewer, tour) for pupil in tour.roll[unit.pk]}
    led = {one.pupil_id for one in tour.travellers if one.group and one.group.leader_id == viewer.person.pk}
    if pk not in hers | led:
        raise Http404
    return Person.objects.get(pk=pk)


def group_for(viewer: Viewer, tour: Tour, pk: UUID) -> TourGroup:
    group = next((one for one in tour.groups if one.pk == pk), None)
    if group is None:
        raise Http404
    if not keeps(viewer, tour) and not leads(viewer, group):
        raise PermissionDenied
    return group


def leads(viewer: Viewer, group: TourGroup) -> bool:
    return group.leader_id == viewer.person.pk
