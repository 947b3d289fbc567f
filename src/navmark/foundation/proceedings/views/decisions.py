"""What was decided under an item."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import correcting, deciding
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.forms import DecisionForm, DecisionTextForm
from navmark.foundation.proceedings.likely import next_meeting
from navmark.foundation.proceedings.models import AgendaItem, Decision
from navmark.foundation.proceedings.views.pages import fill, names_of, take_out


@open_to()
@require_POST
def decision_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was decided, with its first task; the latest vote on the item stands behind it."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    may_submit = deliberation_of(item.part.kind).may_submit_to_assembly
    until, names = next_meeting(item.part), names_of(item.part.activity)
    form = DecisionForm(request.POST, names=names, may_submit=may_submit, reporter_id=item.reporter_id, until=until)

    def decide(by: Person, at: datetime) -> None:
        data = form.cleaned_data
        to_assembly, up = data.get("to_assembly", False), data["reported_up"]
        rest: dict[str, Any] = {"to_assembly": to_assembly, "reported_up": up, "tasks": form.tasks()}
        deciding.decide(item, text=data["text"], vote=item.votes.last(), by=by, at=at, **rest)

    return fill(request, form, item, decide, title=_("What was decided?"))


@open_to()
@require_http_methods(["GET", "POST"])
def decision_correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = access.row_to_write(request.viewer, Decision, pk)
    initial = {name: getattr(decision, name) for name in ("text", "to_assembly", "reported_up")}
    may_submit = deliberation_of(decision.item.part.kind).may_submit_to_assembly
    form = DecisionTextForm(request.POST or None, may_submit=may_submit, initial=initial)
    return fill(
        request,
        form,
        decision.item,
        lambda by, at: correcting.correct_decision(decision, by=by, at=at, **form.cleaned_data),
        title=_("Correct what was decided"),
    )


@open_to()
@require_POST
def decision_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = access.row_to_write(request.viewer, Decision, pk)
    return take_out(request, decision.item, lambda by, at: deciding.remove_decision(decision, by=by, at=at))
