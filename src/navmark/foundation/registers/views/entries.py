"""The page of an entry: a sheet to read, which opens to be written; files, what led here. Its one red button is the next step."""

from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.attachments.box import files_box
from navmark.foundation.audit.queries import history_of
from navmark.foundation.papers.hanging import places_on
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.saving import form_of, save
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import Deed, deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, actions, heads, known
from navmark.foundation.registers.beside import pages_beside
from navmark.foundation.registers.files import EDIT, ENTRY, page_of
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.linked import box_of
from navmark.foundation.registers.models import Entry, Move
from navmark.foundation.registers.outcomes import in_numbers, outcomes
from navmark.foundation.registers.public import box_of as box_of_public
from navmark.foundation.registers.queries import asked_here, written_of
from navmark.foundation.registers.refusals import GoneOn
from navmark.foundation.registers.tagging import pages_of_campaign
from navmark.foundation.registers.views.adding import head_form, tried
from navmark.foundation.ui.standing import stand_in
from navmark.foundation.ui.steps import press


@open_to()
@behind_purpose
@require_GET
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.entry_for(viewer, pk)
    stand_in(request, "registers:list", row.register.code)
    keeps, at = access.may_keep(viewer, row), timezone.now()
    answers, about = written_of(row)
    writes = keeps and row.takes_answers
    steps, history = access.steps_open_to(viewer, row), deeds(history_of(row).order_by("-at"))
    context: dict[str, Any] = {
        "entry": row, "keeps": keeps, "writes": writes, "steps": steps, "where": name_on(row.unit, row.day),
        "hands": _hands(row), "beside": [*pages_beside(row), *pages_of_campaign(row)], "linked": box_of(viewer, row),
        "links": keeps and bool(row.register.links),
        "moves": _moves(row, history), "undoable": actions.undoable(row, viewer.person, at=at),
        "files": files_box(ENTRY, row.pk, keeps=writes or bool(steps), closed_at=row.ended_at, at=at,
                           places=places_on(answers, row.day) if row.takes_answers else ()),
        "history": history, "newer": keeps and known.newest(row.register) != row.edition,
    }  # fmt: skip
    context["came"] = came = outcomes(viewer, row)
    context["came_in_numbers"] = in_numbers(came)
    context["public"] = box_of_public(row) if writes else None
    if answers is not None:
        context["shown"] = shown(answers.edition.description, answers.values, about, sealed=keeps)
        opens = writes and (request.GET.get(EDIT) == str(pk) or asked_here(row, answers, about))
        context["paper"] = form_of(answers, about, sealed=keeps) if opens else None
    return render(request, "registers/entry.html", context)


def _moves(row: Entry, history: list[Deed]) -> list[tuple[Move, str]]:
    """Each step with the name of who took it: every one stands in the trail too."""
    names = {deed.entry.by: deed.doer for deed in history}
    return [(move, names.get(move.by, "")) for move in row.moves.all()]


def _hands(row: Entry) -> list[tuple[str, str]]:
    """(as what, their names)."""
    found: dict[str, list[str]] = {}
    for hand in row.hands.all():
        found.setdefault(hand.get_role_display(), []).append(hand.person.name)
    others = [(_("Others"), row.others)] if row.others else []
    return [*((role, "、".join(names)) for role, names in found.items()), *others]


@open_to()
@behind_purpose
@require_POST
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The paper saves itself."""
    row = access.entry_to_keep(request.viewer, pk)
    answers, about = written_of(row)
    if answers is None or not row.takes_answers:
        words = str(GoneOn(state=row.standing.words))
        return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
    at = timezone.now()
    follow = partial(actions.changed, row, at=at)  # a day that it names may be when it is due
    return save(request, answers, about, title=row.title, page=page_of(row), by=request.viewer.person, at=at, then=follow)


@open_to()
@behind_purpose
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Title, day, owner, hands."""
    viewer: Viewer = request.viewer
    row = access.entry_to_keep(viewer, pk)
    values = heads.values_of(row)
    names = {str(hand.person_id): hand.person.name for hand in row.hands.all()}
    about = replace(
        known_here(viewer.on, unit=row.unit), names=names | ({str(row.owner_id): row.owner.name} if row.owner else {})
    )
    form = head_form(request, row.register, values, about)
    if request.method == "POST" and form.is_valid():
        said, hands = heads.head_from(row.register, form.given, row.unit)
        if tried(form, lambda: actions.correct(row, said, hands=hands, by=viewer.person, at=timezone.now())):
            return redirect(page_of(row))
    context = {"entry": row, "head": form}
    return render(request, "registers/correct.html", context, status=422 if form.errors else 200)


@open_to()
@behind_purpose
@require_POST
def renew(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on under the newest edition."""
    row = access.entry_to_keep(request.viewer, pk)
    act = partial(actions.renew, row, by=request.viewer.person, at=timezone.now())
    return press(request, act, back=page_of(row), done=_("It goes on by the newest edition."))
