"""One step: a form of its own page, or a button. What is refused though expected stands at its field, with all that was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from navmark.foundation.ui.refusals import Refusal

TEMPLATE = "ui/step.html"


def step(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[], object],
    *,
    title: str,
    back: str,
    done: str | Callable[[], str] = "",
    then: str | Callable[[], str] = "",
    template: str = TEMPLATE,
    **slots: Any,
) -> HttpResponse:
    """Show the form; posted and valid, `act`, say `done` and lead to `then` (or `back`, an address). Refused or invalid: 422.

    `slots` of ui/step.html: about (a link back), part_of, lead, help, button, danger; of another template: its own.
    """
    if request.method == "POST" and form.is_valid() and took(form, act):
        return _onward(request, done=done, then=then or back)
    return render(request, template, {"form": form, "title": title, "back": back, **slots}, status=422 if form.errors else 200)


def took(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Whether it was done; else the refusal stands at its field."""
    try:
        act()
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    return True


def press(
    request: HttpRequest,
    act: Callable[[], object],
    *,
    back: str,
    done: str | Callable[[], str] = "",
    then: str | Callable[[], str] = "",
) -> HttpResponse:
    """A button without a form: refused, its words stand on the page it leads back to."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    return _onward(request, done=done, then=then or back)


def _onward(request: HttpRequest, *, done: str | Callable[[], str], then: str | Callable[[], str]) -> HttpResponse:
    words, there = (one() if callable(one) else one for one in (done, then))
    if words:
        messages.success(request, words)
    return redirect(there)
