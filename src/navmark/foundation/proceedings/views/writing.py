"""Minutes that save themselves while they are typed: an item's points, and what each person said."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.access import open_to, person_here
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.forms import ItemForm, SpeechForm
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.views.pages import names_of, page_at
from navmark.foundation.ui.autosave import answer_text, differences
from navmark.foundation.ui.numbers import number_in
from navmark.foundation.ui.steps import TEMPLATE

BOTH = "ui/both_versions.html"


@open_to()
@require_POST
def item_save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save one item while it is typed. Answers with the item's new revision, or with both versions when somebody was faster."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity, by = item.part.activity, request.viewer.person
    form = ItemForm(request.POST, names=names_of(activity), deliberation=deliberation_of(item.part.kind))
    revision = number_in(request.POST.get("revision", ""))

    def save() -> int:
        return writing.write_item(item, revision=revision or 0, by=by, at=timezone.now(), **form.cleaned_data).revision

    return save_text(request, form, save, activity, title=item.title, anchor=f"item-{item.pk}", is_whole=revision is not None)


@open_to()
@require_POST
def speech_save(request: HttpRequest, pk: UUID, person: UUID) -> HttpResponse:
    """Save what one person said to one item, while it is typed."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    form, speaker, by = SpeechForm(request.POST), person_here(person), request.viewer.person

    def save() -> int:
        speech = writing.write_speech(item, speaker, by=by, at=timezone.now(), **form.cleaned_data)
        return speech.revision if speech else 0

    return save_text(request, form, save, item.part.activity, title=item.title, anchor=f"item-{item.pk}")


def save_text(
    request: HttpRequest,
    form: forms.BaseForm,
    save: Callable[[], int],
    activity: Activity,
    *,
    title: str,
    anchor: str,
    is_whole: bool = True,
) -> HttpResponse:
    """Answer a text of an activity's record that saves itself; `save` returns its new revision. Not `is_whole`: it names none."""
    page = page_at(activity, anchor)
    context: dict[str, Any] = {"form": form, "title": title, "about": activity, "back": page, "page": page}
    context |= {"sealed": activity.is_private, "revision": request.POST.get("revision", "")}

    def saved(row: Any) -> dict[str, Any]:
        return {"saved": differences(form, row)}

    templates = (TEMPLATE, BOTH)
    return answer_text(request, form, save, page=page, templates=templates, context=context, saved=saved, is_whole=is_whole)
