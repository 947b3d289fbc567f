"""Items of the agenda: added, moved, removed. What is written under them is in `writing.py`."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.pages import page_of
from navmark.foundation.people.access import open_to
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import agenda
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.forms import ItemForm
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.views.pages import do, names_of, place_of, take_out
from navmark.foundation.ui.steps import step


@open_to()
@require_POST
def item_add(request: HttpRequest, part: UUID) -> HttpResponse:
    """A new item; its title is enough."""
    row: Part = access.part_to_write(request.viewer, part)
    activity, at = row.activity, timezone.now()
    form = ItemForm(request.POST, names=names_of(activity), deliberation=deliberation_of(row.kind))
    return step(
        request,
        form,
        lambda: agenda.add_item(row, by=request.viewer.person, at=at, **form.cleaned_data),
        title=str(row),
        back=page_of(activity),
        then=place_of,
        about=activity,
    )


@open_to()
@require_POST
def item_move(request: HttpRequest, pk: UUID) -> HttpResponse:
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    return do(request, item, lambda by, at: agenda.move_item(item, up="up" in request.POST, by=by, at=at))


@open_to()
@require_POST
def item_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    return take_out(request, item, lambda by, at: agenda.remove_item(item, by=by, at=at))
