"""What a text that saves itself is answered: saved, refused at its field, or that somebody else saved something meanwhile.

The page's own script asks with the header X-Autosave and is answered in a line; whoever posts the form sees a page, on which
everything typed stands.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import yesno

from navmark.foundation.ui.marks import colon
from navmark.foundation.ui.refusals import Refusal, Stale


def is_quiet(request: HttpRequest) -> bool:
    """Whether the page's script asks, and wants a line."""
    return "X-Autosave" in request.headers


def answer_text(
    request: HttpRequest,
    form: forms.BaseForm,
    save: Callable[[], int],
    *,
    page: str,
    templates: tuple[str, str],
    context: dict[str, Any],
    saved: Callable[[Any], dict[str, Any]],
    is_whole: bool = True,
) -> HttpResponse:
    """Save the text and say so; else say what is wrong, or show both versions. `save` returns its new revision.

    `templates`: of the form, and of both versions; `saved` gives the slots in which the newer row stands. Not `is_whole`: the
    form that was posted names no revision.
    """
    template, both = templates
    if not form.is_valid() or not is_whole:
        return answer_refused(request, form, template, context)
    try:
        revision = save()
    except Stale as stale:
        return answer_stale(request, stale, both, {**context, **saved(stale.current)})
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return answer_refused(request, form, template, context)
    return answer_saved(request, revision, page=page)


def answer_saved(request: HttpRequest, revision: int, *, page: str) -> HttpResponse:
    if is_quiet(request):
        return HttpResponse(status=204, headers={"X-Revision": str(revision)})
    return redirect(page)


def answer_refused(request: HttpRequest, form: forms.BaseForm, template: str, context: dict[str, Any]) -> HttpResponse:
    """The form's errors, each with the name of its field; or the page of the form, where they stand at their fields."""
    if not is_quiet(request):
        return render(request, template, context, status=422)
    errors = [
        (form.fields[name].label if name in form.fields else "", words) for name, found in form.errors.items() for words in found
    ]
    words = "\n".join(f"{label}{colon()}{words}" if label else words for label, words in errors)
    return _in_words(words, 422, wrong=next((form.add_prefix(name) for name in form.errors if name in form.fields), ""))


def answer_stale(request: HttpRequest, stale: Stale, template: str, context: dict[str, Any]) -> HttpResponse:
    """Nothing is saved: what was typed stands in a form that goes on from the newest revision, beside what is saved now."""
    if is_quiet(request):
        return _in_words(str(stale), 409)
    context = {**context, "words": str(stale), "revision": stale.current.revision}
    return render(request, template, context, status=409)


def differences(form: forms.BaseForm, row: Any) -> list[tuple[str, Any]]:
    """(label, value) of what is saved in the row and was typed otherwise."""
    names = [name for name in form.fields if name != "revision" and form.cleaned_data[name] != getattr(row, name)]
    return [(form[name].label, _shown(row, name)) for name in names]


def _shown(row: Any, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    return yesno(value) if isinstance(value, bool) else value


def _in_words(words: str, status: int, *, wrong: str = "") -> HttpResponse:
    """In a line for the page's script; `wrong` is the field at which it shows them."""
    headers = {"X-Wrong": wrong} if wrong else {}
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers=headers)
