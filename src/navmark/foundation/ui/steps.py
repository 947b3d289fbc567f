"""One step: a form on its own page, or a button. What is refused though expected stands at its field, with all that was typed."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from navmark.foundation.ui.refusals import Refusal

Done = TypeVar("Done")
Told = str | Callable[[Done], str]  # words or an address, or what makes them from what was done
TEMPLATE = "ui/step.html"


def step(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[], Done],
    *,
    title: str,
    back: str,
    done: Told[Done] = "",
    then: Told[Done] = "",
    field: str = "",
    template: str = TEMPLATE,
    **slots: Any,
) -> HttpResponse:
    """Show the form; posted and valid, `act`, say `done` and lead to `then` (or `back`, an address). Refused or invalid: 422.

    A refusal that names no field stands at `field`. `slots` of ui/step.html: about (a link back), part_of, lead, help, button,
    danger, sealed (what is typed is kept in this window alone); of another template: its own.
    """
    if request.method == "POST" and form.is_valid():
        try:
            return _onward(request, act(), done=done, then=then or back)
        except Refusal as refusal:
            refuse(form, refusal, field=field)
    return render(request, template, {"form": form, "title": title, "back": back, **slots}, status=422 if form.errors else 200)


def refuse(form: forms.BaseForm, refusal: Refusal, *, field: str = "") -> None:
    """Let it stand at the field where it is mended."""
    named = refusal.field or field
    form.add_error(named if named in form.fields else None, str(refusal))


def took(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Whether it was done; else the refusal stands at its field. For a page of several forms."""
    try:
        act()
    except Refusal as refusal:
        refuse(form, refusal)
        return False
    return True


def press(
    request: HttpRequest, act: Callable[[], Done], *, back: str, done: Told[Done] = "", then: Told[Done] = ""
) -> HttpResponse:
    """A button without a form: refused, its words stand on the page it leads back to."""
    try:
        return _onward(request, act(), done=done, then=then or back)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _onward(request: HttpRequest, what: Done, *, done: Told[Done], then: Told[Done]) -> HttpResponse:
    words, there = (one(what) if callable(one) else one for one in (done, then))
    if words:
        messages.success(request, words)
    return redirect(there)
