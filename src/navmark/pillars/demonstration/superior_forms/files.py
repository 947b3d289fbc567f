"""The file of a form: whoever fills it in opens it; it stays as it came."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.urls import reverse

from navmark.foundation.attachments.owners import OwnerKind, register
from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.superior_forms import access
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm

FORM = "superior_forms.superiorform"


def kept_by(viewer: Viewer, pk: UUID) -> SuperiorForm:
    access.form_for(viewer, pk)
    raise PermissionDenied  # another file is another form


def closed_at(pk: UUID) -> datetime | None:
    return SuperiorForm.objects.select_for_update().values_list("kept_at", flat=True).get(pk=pk)


def page_of(form: SuperiorForm) -> str:
    return reverse("superior_forms:form", args=[form.pk])


register(OwnerKind(FORM, access.form_for, kept_by, closed_at, page_of))
