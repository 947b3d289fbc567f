"""What a paper that saves itself is answered: saved, refused at its field, or that somebody else saved something meanwhile.

The page's own script asks with the header X-Autosave and is answered in a line; whoever posts the form sees a page, on which
everything typed stands.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from navmark.foundation.papers.actions import answer
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.refusals import Refusal, Stale
from navmark.foundation.ui.marks import colon


def save(
    request: HttpRequest, answers: Answers, known: Known, *, title: str, page: str, by: Any, at: datetime, sealed: bool = True
) -> HttpResponse:
    """Answer a posted paper. The caller has asked at its door whether `by` may write it; `page` is where the paper stands.

    Without `sealed` (who may not read what is sensitive) those fields are neither shown nor taken.
    """
    form = form_of(answers, known, sealed=sealed, data=request.POST)
    about = {"form": form, "title": title, "page": page, "action": request.path}
    if not form.is_valid():
        return _refused(request, about)
    revision = form.cleaned_data["revision"]
    try:
        saved = answer(answers, form.given, revision=revision, by=by, at=at)
    except Stale as stale:
        return _both_versions(request, about, stale, known, sealed=sealed)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _refused(request, about)
    if "X-Autosave" in request.headers:
        return HttpResponse(status=204, headers={"X-Revision": str(saved.revision)})
    return redirect(page)


def form_of(answers: Answers, known: Known, *, sealed: bool = True, data: Any = None) -> PaperForm:
    """The form of a paper that was begun."""
    description = answers.edition.description
    return PaperForm(data, description=description, values=answers.values, known=known, revision=answers.revision, sealed=sealed)


def _refused(request: HttpRequest, about: dict[str, Any]) -> HttpResponse:
    form = about["form"]
    if "X-Autosave" in request.headers:
        errors = [
            (form.fields[key].label if key in form.fields else "", words) for key, found in form.errors.items() for words in found
        ]
        words = "\n".join(f"{label}{colon()}{words}" if label else words for label, words in errors)
        return _in_words(words, 422, wrong=next((form.add_prefix(key) for key in form.errors if key in form.fields), ""))
    return render(request, "papers/edit.html", about, status=422)


def _both_versions(request: HttpRequest, about: dict[str, Any], stale: Stale, known: Known, *, sealed: bool) -> HttpResponse:
    """Nothing is saved: what was typed stands in a form that goes on from the newest revision, beside what is saved now."""
    if "X-Autosave" in request.headers:
        return _in_words(str(stale), 409)
    now = stale.current
    said = shown(now.edition.description, now.values, known, sealed=sealed)
    typed = shown(now.edition.description, {**now.values, **about["form"].given}, known, sealed=sealed)
    other = [theirs for theirs, ours in zip(said, typed, strict=False) if theirs != ours]
    context = {**about, "words": str(stale), "revision": now.revision, "shown": other}
    return render(request, "papers/both_versions.html", context, status=409)


def _in_words(words: str, status: int, *, wrong: str = "") -> HttpResponse:
    """In a line for the page's script; `wrong` is the field at which it shows them."""
    headers = {"X-Wrong": wrong} if wrong else {}
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers=headers)
