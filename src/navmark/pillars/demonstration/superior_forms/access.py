"""Who fills in superiors' forms: those who hold an office that answers to one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm

KEEPERS = ("secretary", "clerk", "principal", "office_head", "moral_head")


def insist(viewer: Viewer) -> None:
    if not viewer.has(*KEEPERS):
        raise PermissionDenied


def form_for(viewer: Viewer, pk: UUID) -> SuperiorForm:
    """404 for whoever fills in none, and for another school's."""
    found = SuperiorForm.objects.filter(pk=pk).first() if viewer.has(*KEEPERS) else None
    if found is None:
        raise Http404
    return found
