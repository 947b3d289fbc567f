"""A word of what was done: its day and its small paper, on one page; what the product knows already stands beside."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_of, newest
from navmark.foundation.papers.types.days import Day
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, actions
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.files import page_of
from navmark.foundation.pledges.models import Pledge
from navmark.foundation.pledges.queries import took_part_in
from navmark.foundation.ui.steps import took

DAY = "day"


@open_to()
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_for(viewer, pk)
    paper = newest(row.kind.paper)
    head = _head(request, viewer, row, {DAY: viewer.on})
    form = _paper(request, viewer, row, paper.description if paper else Description(()))

    def act() -> None:
        actions.write(row, form.given, day=head.given[DAY], by=viewer.person, at=timezone.now())

    return _answered(request, row, head, form, act)


@open_to()
@require_http_methods(["GET", "POST"])
def rewrite(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    log = access.log_to_write(viewer, pk)
    answers = answers_of(log)
    head = _head(request, viewer, log.pledge, {DAY: log.day})
    asked = answers.edition.description if answers else Description(())
    form = _paper(request, viewer, log.pledge, asked, answers=answers)

    def act() -> None:
        revision = form.cleaned_data.get("revision") or 0
        actions.rewrite(log, form.given, day=head.given[DAY], revision=revision, by=viewer.person, at=timezone.now())

    return _answered(request, log.pledge, head, form, act)


def _head(request: HttpRequest, viewer: Viewer, row: Pledge, values: Any) -> PaperForm:
    asked = Description((Day(key=DAY, label=_("Day"), required=BEFORE),))
    known = known_here(viewer.on, unit=row.unit)
    return PaperForm(request.POST or None, description=asked, values=values, known=known, due=BEFORE, prefix="head")


def _paper(request: HttpRequest, viewer: Viewer, row: Pledge, asked: Description, *, answers: Answers | None = None) -> PaperForm:
    known = known_here(viewer.on, unit=row.unit, papers=[answers] if answers else ())
    values, revision = (answers.values, answers.revision) if answers else ({}, None)
    return PaperForm(
        request.POST or None, description=asked, values=values, known=known, due=BEFORE, prefix="paper", revision=revision
    )


def _answered(request: HttpRequest, row: Pledge, head: PaperForm, form: PaperForm, act: Callable[[], object]) -> HttpResponse:
    posted = request.method == "POST"
    if posted and head.is_valid() and form.is_valid() and took(head, act):
        return redirect(page_of(row))
    on = request.viewer.on
    context = {"pledge": row, "thing": Thing.of(row, on), "head": head, "paper": form, "occasions": took_part_in(row, upto=on)}
    return render(request, "pledges/write.html", context, status=422 if posted else 200)
