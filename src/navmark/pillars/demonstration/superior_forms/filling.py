"""A form filled in with what the school knows today, and with what was typed where it does not know."""

from collections.abc import Mapping

from navmark.foundation.attachments.media import extension_of
from navmark.foundation.attachments.queries import attachments_of, content_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.blanks.areas import RowArea
from navmark.foundation.printing.blanks.asking import FormAsked, asked_by
from navmark.foundation.printing.blanks.filling import filled
from navmark.pillars.demonstration.superior_forms.known import KnownThing, known_to
from navmark.pillars.demonstration.superior_forms.lists import KnownRows, lists_for
from navmark.pillars.demonstration.superior_forms.models import FORM, TYPED, SuperiorForm


def file_of(form: SuperiorForm) -> tuple[bytes, str]:
    """(content, extension) of the file as it came."""
    kept = attachments_of(FORM, form.pk).get()
    return content_of(kept), extension_of(kept.name)


def asked_in(form: SuperiorForm) -> FormAsked:
    return asked_by(*file_of(form))


def filled_for(viewer: Viewer, form: SuperiorForm) -> tuple[bytes, str]:
    """(the file filled in with what this viewer may know, its extension)."""
    content, extension = file_of(form)
    asked, known, lists = asked_by(content, extension), known_to(viewer), lists_for(viewer)
    words = {one.place: said for one in asked.blanks if (said := _said(form, one.place, known))}
    rows = [(area, _rows(form, area, lists[code])) for area in asked.areas if (code := form.sources.get(area.place)) in lists]
    return filled(content, extension, words, rows), extension


def _said(form: SuperiorForm, place: str, known: Mapping[str, KnownThing]) -> str:
    code = form.sources.get(place, "")
    return known[code].value if code in known else form.typed.get(place, "") if code == TYPED else ""


def _rows(form: SuperiorForm, area: RowArea, chosen: KnownRows) -> list[dict[int, str]]:
    """Column -> words, row by row."""
    wanted = {column: form.sources.get(area.place_of(column)) for column, _heading in area.columns}
    return [{column: row.get(key, "") for column, key in wanted.items() if key} for row in chosen.rows]
