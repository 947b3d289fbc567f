"""A paper saves itself while it is filled in, like any text: see ui.autosave."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from navmark.foundation.papers.actions import answer
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.ui.autosave import answer_text

EDIT, BOTH = "papers/edit.html", "papers/both_versions.html"


def save(
    request: HttpRequest, answers: Answers, known: Known, *, title: str, page: str, by: Any, at: datetime, sealed: bool = True
) -> HttpResponse:
    """Answer a posted paper. The caller has asked at its door whether `by` may write it; `page` is where the paper stands.

    Without `sealed` (who may not read what is sensitive) those fields are neither shown nor taken.
    """
    form = form_of(answers, known, sealed=sealed, data=request.POST)
    about = {"form": form, "title": title, "about": title, "page": page, "action": request.path, "sealed": form.is_sealing}

    def write() -> int:
        return answer(answers, form.given, revision=form.cleaned_data["revision"], by=by, at=at).revision

    def saved(now: Answers) -> dict[str, Any]:
        return {"shown": _other(now, form, known, sealed=sealed)}

    return answer_text(request, form, write, page=page, templates=(EDIT, BOTH), context=about, saved=saved)


def form_of(answers: Answers, known: Known, *, sealed: bool = True, data: Any = None) -> PaperForm:
    """The form of a paper that was begun."""
    description = answers.edition.description
    return PaperForm(data, description=description, values=answers.values, known=known, revision=answers.revision, sealed=sealed)


def _other(now: Answers, form: PaperForm, known: Known, *, sealed: bool) -> list[Shown]:
    """What is saved now and was typed otherwise."""
    said = shown(now.edition.description, now.values, known, sealed=sealed)
    typed = shown(now.edition.description, {**now.values, **form.given}, known, sealed=sealed)
    return [theirs for theirs, ours in zip(said, typed, strict=False) if theirs != ours]
