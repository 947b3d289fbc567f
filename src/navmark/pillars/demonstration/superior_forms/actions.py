"""A form is kept as it came; what its blanks ask is remembered with it."""

from collections.abc import Mapping
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from navmark.foundation.attachments.actions import attach
from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.printing.blanks.asking import asked_by
from navmark.pillars.demonstration.superior_forms.models import FORM, TYPED, SuperiorForm
from navmark.pillars.demonstration.superior_forms.reading import suggested


@transaction.atomic
def keep(file: UploadedFile, *, title: str, by: Person, at: datetime) -> SuperiorForm:
    """Keep the file; what a blank asks is suggested by its label. Raises NotAForm and what an attachment refuses."""
    name, _dot, extension = (file.name or "").rpartition(".")
    asked = asked_by(file.read(), extension.lower())
    file.seek(0)
    sources = {one.place: suggested(one.label) or TYPED for one in asked.blanks}
    form = SuperiorForm.objects.create(title=(title or name)[:120], sources=sources, kept_by=by.pk, kept_at=at)
    attach(file, owner_kind=FORM, owner_id=form.pk, by=by, at=at)
    record("superior_forms.kept", by=by, at=at, subject=form, title=form.title)
    return form


@transaction.atomic
def tell(form: SuperiorForm, sources: Mapping[str, str], typed: Mapping[str, str], *, by: Person, at: datetime) -> None:
    """What each blank asks, and what was typed where the school does not know it."""
    form = SuperiorForm.objects.select_for_update().get(pk=form.pk)
    before = form.sources
    form.sources, form.typed = dict(sources), dict(typed)
    form.save(update_fields=["sources", "typed"])
    changed = [[place, before.get(place), code] for place, code in sources.items() if before.get(place) != code]
    record("superior_forms.told", by=by, at=at, subject=form, sources=changed)
