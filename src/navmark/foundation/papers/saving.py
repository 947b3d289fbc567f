"""A paper saves itself while it is filled in, like any text: see ui.autosave."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from navmark.foundation.papers.actions import answer, begin_as
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.ui.autosave import answer_text

EDIT, BOTH = "papers/edit.html", "papers/both_versions.html"


def save(
    request: HttpRequest, answers: Answers, known: Known, *, title: str, page: str, by: Any, at: datetime, sealed: bool = True,
    about: Any = None, opened: Callable[[], object] = lambda: None, then: Callable[[], object] = lambda: None,
) -> HttpResponse:  # fmt: skip
    """Answer a posted paper. The caller has asked at its door whether `by` may write it; `page` is where the paper stands.

    Without `sealed` (who may not read what is sensitive) those fields are neither shown nor taken. `opened` raises a Refusal
    where the record is open no more, `then` lets follow what depends on the answers, both in the transaction of the save;
    `about`: as in `actions.answer`. Answers that were not begun (`actions.blank`) are begun by their first save.
    """
    form = form_of(answers, known, sealed=sealed, data=request.POST)
    context = {"form": form, "title": title, "about": title, "page": page, "action": request.path, "sealed": form.is_sealing}

    @transaction.atomic
    def write() -> int:
        opened()
        begun, revision = begin_as(answers, by=by, at=at), form.cleaned_data["revision"]
        written = answer(begun, form.given, revision=revision, by=by, at=at, about=about).revision
        then()
        return written

    def saved(now: Answers) -> dict[str, Any]:
        return {"shown": _other(now, form, known, sealed=sealed)}

    return answer_text(request, form, write, page=page, templates=(EDIT, BOTH), context=context, saved=saved)


def form_of(answers: Answers, known: Known, *, sealed: bool = True, data: Any = None, scope: str = "") -> PaperForm:
    """The form of a paper that was begun; `scope` as there."""
    return PaperForm(
        data, description=answers.edition.description, values=answers.values, known=known, revision=answers.revision,
        sealed=sealed, scope=scope,
    )  # fmt: skip


def _other(now: Answers, form: PaperForm, known: Known, *, sealed: bool) -> list[Shown]:
    """What is saved now and was typed otherwise."""
    said = shown(now.edition.description, now.values, known, sealed=sealed)
    typed = shown(now.edition.description, {**now.values, **form.given}, known, sealed=sealed)
    return [theirs for theirs, ours in zip(said, typed, strict=False) if theirs != ours]
