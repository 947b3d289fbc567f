"""A step of an entry: what it asks first, then one button; and the way back."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.links.gathering import unfinished
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.lacking import STEP
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.people.access import open_to
from navmark.foundation.registers import access, actions
from navmark.foundation.registers.closing import ClosesForm, closable
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.forms import StepForm
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.leaving import left_open
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.outcomes import in_numbers, outcomes
from navmark.foundation.registers.queries import proposed, written_of
from navmark.foundation.registers.refusals import Doubted
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.registers.tagging import summed_up
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.standing import stand_in
from navmark.foundation.ui.steps import press, refuse


@open_to()
@behind_purpose
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    row = access.entry_for(request.viewer, pk)
    stand_in(request, "registers:list", row.register.code)
    one = access.step_to_take(request.viewer, row, key)
    form, paper = StepForm(request.POST or None, step=one), _paper(request, row, one)
    closes = ClosesForm(request.POST or None, closable=closable(request.viewer, row, one))
    posted = request.method == "POST"
    doubted = False
    if posted and form.is_valid() and closes.is_valid() and (paper is None or paper.is_valid()):
        try:
            if _taken(request, row, one, form, paper, closes):
                return redirect(page_of(row))
        except Doubted as doubt:
            refuse(form, doubt)
            doubted = True
    refused = bool(posted and (form.errors or (paper and paper.errors)))
    context = {
        "entry": row,
        "step": one,
        "form": form,
        "paper": paper,
        "closes": closes,
        "to": row.edition.course.state(one.to).words,
    }
    context |= {"doubted": doubted, "others": [other for other in access.steps_open_to(request.viewer, row) if other != one]}
    context |= _before(request, row, one)
    return render(request, "registers/step.html", context, status=422 if refused else 200)


def _before(request: HttpRequest, row: Entry, one: EntryStep) -> dict[str, Any]:
    """What one reads before the step: what is written, and what a campaign would leave open."""
    left = left_open(row, one)
    carries = bool(left and unfinished(request.viewer, left.tag))
    came = outcomes(request.viewer, row)
    return {
        "shown": _written(row, sealed=access.may_keep(request.viewer, row)), "left": left, "carries": carries, "came": came,
        "came_in_numbers": in_numbers(came),
    }  # fmt: skip


def _written(row: Entry, *, sealed: bool) -> list[Shown]:
    """What is answered already: nobody passes what she has not before her."""
    answers, about = written_of(row)
    return (
        [one for one in shown(answers.edition.description, answers.values, about, sealed=sealed) if one.words or one.rows]
        if answers
        else []
    )


def _paper(request: HttpRequest, row: Entry, one: EntryStep) -> PaperForm | None:
    """The questions of its paper that this step asks; none where it asks nothing."""
    answers, about = written_of(row)
    if answers is None:
        return None
    due, whole = f"{STEP}{one.key}", answers.edition.description
    fields = tuple(field for field in whole.on(about.on) if field.required == due and field.is_typed)
    if not fields:
        return None
    first = {**proposed(row, fields, on=request.viewer.on), **summed_up(request.viewer, row, fields)}
    said = _answered(answers.values)
    if one.to in one.of:
        said.pop(one.by_field, None)  # the day that has come is not the next
    values = {**first, **said}
    return PaperForm(request.POST or None, description=whole.only(fields), values=values, known=about, due=due, prefix="paper")


def _answered(values: Values) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _taken(request: HttpRequest, row: Entry, one: EntryStep, form: StepForm, paper: PaperForm | None, closes: ClosesForm) -> bool:
    given, note, sure = (paper.given if paper else {}), form.cleaned_data.get("note", ""), "sure" in request.POST
    try:
        by, at = request.viewer.person, timezone.now()
        actions.take(row, one, given, note=note, sure=sure, closes=closes.chosen, by=by, at=at)
        return True
    except Doubted:
        raise
    except Refusal as refusal:
        refuse(form, refusal)
        return False


@open_to()
@behind_purpose
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.entry_for(request.viewer, pk)
    act = partial(actions.undo, row, by=request.viewer.person, at=timezone.now())
    return press(request, act, back=page_of(row), done=_("The step is taken back."))
