"""A form is kept as it came; what its blanks ask is remembered with it."""

from collections.abc import Mapping
from datetime import datetime

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from navmark.foundation.attachments.actions import attach
from navmark.foundation.attachments.media import extension_of
from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.pillars.demonstration.superior_forms.areas import RowArea
from navmark.pillars.demonstration.superior_forms.blanks import FormAsked, asked_by
from navmark.pillars.demonstration.superior_forms.files import FORM
from navmark.pillars.demonstration.superior_forms.known import KnownThing
from navmark.pillars.demonstration.superior_forms.lists import ORDINAL, KnownRows
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm
from navmark.pillars.demonstration.superior_forms.reading import suggested

TYPED, EMPTY = "typed", "empty"  # sources of a blank that the school does not know


@transaction.atomic
def keep(upload: UploadedFile, *, title: str, by: Person, at: datetime) -> SuperiorForm:
    """Keep the file; what a blank asks is suggested by its label. Raises NotAForm and what an attachment refuses."""
    extension = extension_of(upload.name or "")
    content = upload.read()
    upload.seek(0)
    sources = {one.place: suggested(one.label) or TYPED for one in asked_by(content, extension).blanks}
    named = title or (upload.name or "").rpartition(".")[0]
    form = SuperiorForm.objects.create(title=named[:120], sources=sources, kept_by=by.pk, kept_at=at)
    attach(upload, owner_kind=FORM, owner_id=form.pk, by=by, at=at)
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


def file_of(form: SuperiorForm) -> tuple[bytes, str]:
    """(content, extension) of the file as it came."""
    kept = attachments_of(FORM, form.pk).get()
    with default_storage.open(kept.path) as opened:
        return opened.read(), extension_of(kept.name)


def asked_in(form: SuperiorForm) -> FormAsked:
    return asked_by(*file_of(form))


def fill(form: SuperiorForm, known: Mapping[str, KnownThing], lists: Mapping[str, KnownRows]) -> tuple[bytes, str]:
    """(the file filled in with what is known today and what was typed, its extension)."""
    from navmark.pillars.demonstration.superior_forms.filling import filled  # noqa: PLC0415  its libraries are 25 MB

    content, extension = file_of(form)
    asked = asked_by(content, extension)
    words = {one.place: _words(form, one.place, form.sources.get(one.place, ""), known) for one in asked.blanks}
    chosen = [(area, lists[form.sources[area.place]]) for area in asked.areas if form.sources.get(area.place) in lists]
    rows = [(area, _rows(form, area, some)) for area, some in chosen]
    return filled(content, extension, {place: said for place, said in words.items() if said}, rows), extension


def _rows(form: SuperiorForm, area: RowArea, some: KnownRows) -> list[dict[int, str]]:
    """Column -> words, row by row."""
    wanted = {column: form.sources.get(area.place_of(column), "") for column, _label in area.columns}
    return [
        {column: str(number) if key == ORDINAL else row.get(key, "") for column, key in wanted.items() if key}
        for number, row in enumerate(some.rows(), start=1)
    ]


def _words(form: SuperiorForm, place: str, code: str, known: Mapping[str, KnownThing]) -> str:
    return known[code].value if code in known else form.typed.get(place, "") if code == TYPED else ""
