"""What a text that saves itself is answered: saved, refused, or that somebody else saved something meanwhile.

The page's own script asks with the header X-Autosave and is answered in a line; whoever posts the form sees a page.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import yesno

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.views import page_of
from navmark.foundation.proceedings.refusals import Stale
from navmark.foundation.proceedings.views.pages import back_to


def answer_saved(request: HttpRequest, activity: Activity, revision: int, anchor: str) -> HttpResponse:
    if "X-Autosave" in request.headers:
        return HttpResponse(status=204, headers={"X-Revision": str(revision)})
    return back_to(activity, anchor)


def refused(request: HttpRequest, activity: Activity, refusal: Refusal) -> HttpResponse:
    if "X-Autosave" in request.headers:
        return _in_words(refusal, 422)
    messages.error(request, str(refusal))
    return redirect(page_of(activity))


def both_versions(request: HttpRequest, activity: Activity, form: forms.BaseForm, stale: Stale) -> HttpResponse:
    """Nothing is saved: what was typed stands in a form that goes on from the newest revision, beside what is saved now."""
    if "X-Autosave" in request.headers:
        return _in_words(stale, 409)
    context = {
        "activity": activity, "page": page_of(activity), "words": str(stale), "form": form, "revision": stale.current.revision,
        "saved": [(form[name].label, _shown(stale.current, name)) for name in form.fields if _differs(form, stale.current, name)],
    }  # fmt: skip
    return render(request, "proceedings/both_versions.html", context, status=409)


def _in_words(refusal: Refusal, status: int) -> HttpResponse:
    return HttpResponse(str(refusal), status=status, content_type="text/plain; charset=utf-8")


def _differs(form: forms.BaseForm, row: Any, name: str) -> bool:
    return name != "revision" and form.cleaned_data[name] != getattr(row, name)


def _shown(row: Any, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    return yesno(value) if isinstance(value, bool) else value
