"""One decision a page: a form with a title, what it is about, one button, and the way back."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def step(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: str,
    back: str,
    submit: str = "",
    lead: str = "",
    template: str = "people/step.html",
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "submit": submit or _("Save"), "lead": lead}
    return render(request, template, context, status=422 if form.errors else 200)
