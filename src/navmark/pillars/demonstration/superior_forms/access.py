"""Who fills in superiors' forms: those who hold an office that answers to one. The file of a form opens to the same."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from navmark.foundation.attachments.owners import OwnerKind, register
from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.superior_forms.models import FORM, SuperiorForm

KEEPERS = ("secretary", "clerk", "principal", "office_head", "moral_head")


def form_for(viewer: Viewer, pk: UUID) -> SuperiorForm:
    """404 for whoever fills in none, and for another school's."""
    if not viewer.has(*KEEPERS):
        raise Http404
    return get_object_or_404(SuperiorForm, pk=pk)


def _nobody(viewer: Viewer, pk: UUID) -> SuperiorForm:
    form_for(viewer, pk)
    raise PermissionDenied  # another file is another form


def _closed_at(pk: UUID) -> datetime:
    return SuperiorForm.objects.select_for_update().get(pk=pk).kept_at


def page_of(form: SuperiorForm) -> str:
    return reverse("superior_forms:form", args=[form.pk])


register(OwnerKind(FORM, form_for, _nobody, _closed_at, page_of))
