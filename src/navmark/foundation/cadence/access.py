"""Whose duties a viewer sees, and which of them she may settle."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.circles.named import (
    CLERK,
    COMMITTEE,
    COUNSELLOR,
    HEAD_OF,
    MORAL_HEAD,
    PRINCIPAL,
    SECRETARY,
    TEACHING_HEAD,
    VICE_PRINCIPAL,
)
from navmark.foundation.people.models import PartyStatus, Unit, UnitKind
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.models.unit import OF_THE_PARTY
from navmark.foundation.people.viewer import Viewer

OFFICES_OF_THE_SCHOOL = (PRINCIPAL, VICE_PRINCIPAL, TEACHING_HEAD, MORAL_HEAD, COUNSELLOR)


def units_for(viewer: Viewer) -> list[Unit]:
    """What she heads; the school for those in its offices; for secretary, clerk and committee the branch and its groups."""
    wanted = Q(pk__in=viewer.homes_in(HEAD_OF))
    if viewer.has(*OFFICES_OF_THE_SCHOOL):
        wanted |= Q(kind=UnitKind.SCHOOL)
    if branches := viewer.homes_in(SECRETARY, CLERK, COMMITTEE):
        wanted |= (Q(pk__in=branches) | Q(parent__in=branches)) & Q(kind__in=OF_THE_PARTY)
    return list(Unit.objects.on(viewer.on).filter(wanted))


def subjects_for(viewer: Viewer) -> list[UUID]:
    """Oneself and these units."""
    return [viewer.person.pk, *(unit.pk for unit in units_for(viewer))]


def duty_here(pk: UUID) -> Duty:
    duty = Duty.objects.filter(pk=pk).select_related("cadence").first()
    if duty is None:
        raise Http404
    return duty


def may_settle(viewer: Viewer, branch: UUID | None) -> bool:
    """Secretary and clerk settle what their own branch owes; what belongs to no branch, those of any."""
    if branch is None:
        return viewer.has(SECRETARY, CLERK)
    return branch in viewer.homes_in(SECRETARY, CLERK)


def duty_to_excuse(viewer: Viewer, pk: UUID) -> Duty:
    """Secretary and clerk say what is not needed this time; what another branch owes is not theirs to say (404)."""
    duty = duty_here(pk)
    if not viewer.has(SECRETARY, CLERK):
        raise PermissionDenied
    if not may_settle(viewer, _branch_of(duty, viewer.on)):
        raise Http404
    return duty


def task_to_complete(viewer: Viewer, pk: UUID) -> Duty:
    """A one-off is completed or reopened by its owner, or for her by clerk or secretary. Others' tasks do not exist (404)."""
    duty = duty_here(pk)
    if duty.cadence_id is not None:
        raise PermissionDenied
    if duty.subject_id != viewer.person.pk and not may_settle(viewer, _branch_of(duty, viewer.on)):
        raise Http404
    return duty


def _branch_of(duty: Duty, on: date) -> UUID | None:
    """The branch a unit or a member belongs to; None of a class, and of whoever is no member."""
    if duty.subject_kind == "person":
        rows = PartyStatus.objects.on(on).filter(person=duty.subject_id, status__in=MEMBER_STATUSES)
        return rows.values_list("branch", flat=True).first()
    unit = Unit.objects.filter(pk=duty.subject_id).first()
    return unit.branch_id if unit else None
