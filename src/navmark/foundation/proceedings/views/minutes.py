"""Minutes that save themselves while they are typed: an item's points, and what each person said."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.people.access import open_to, person_here
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.forms import ItemForm, SpeechForm
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.refusals import Stale
from navmark.foundation.proceedings.views.autosave import answer_saved, both_versions, refused
from navmark.foundation.proceedings.views.pages import form_page, people_of
from navmark.foundation.ui.numbers import number_in


@open_to()
@require_POST
def item_save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save one item while it is typed. Answers with the item's new revision, or with both versions when somebody was faster."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    form = ItemForm(request.POST, people=people_of(activity), deliberation=deliberation_of(item.part.kind))
    revision = number_in(request.POST.get("revision", ""))
    if not form.is_valid() or revision is None:
        return form_page(request, activity, form, item.title)
    try:
        item = writing.write_item(item, revision=revision, by=request.viewer.person, at=timezone.now(), **form.cleaned_data)
    except Stale as stale:
        return both_versions(request, activity, form, stale)
    except Refusal as refusal:
        return refused(request, activity, refusal)
    return answer_saved(request, activity, item.revision, f"item-{item.pk}")


@open_to()
@require_POST
def speech_save(request: HttpRequest, pk: UUID, person: UUID) -> HttpResponse:
    """Save what one person said to one item, while it is typed."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    form = SpeechForm(request.POST)
    if not form.is_valid():
        return form_page(request, activity, form, item.title)
    try:
        speech = writing.write_speech(item, person_here(person), by=request.viewer.person, at=timezone.now(), **form.cleaned_data)
    except Stale as stale:
        return both_versions(request, activity, form, stale)
    except Refusal as refusal:
        return refused(request, activity, refusal)
    return answer_saved(request, activity, speech.revision if speech else 0, f"item-{item.pk}")
