"""A page of the programme, made and changed in the browser: a new one, a field more, asked otherwise, or asked no more."""

from copy import deepcopy
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.papers.faults import Misdescribed
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.programme import changing, drafting, returning
from navmark.foundation.programme.blank import pictured_blank
from navmark.foundation.programme.choosing import usual
from navmark.foundation.programme.editions import texts_of
from navmark.foundation.programme.forms import NewPageForm, QuestionForm, WhyForm
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.views.pages import file_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.ui.steps import step

LOOK, SHOWN = "look", "programme/field.html"


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponseBase:
    programme = returning.in_force(request.viewer.on)
    form = NewPageForm(request.POST or None, pillars=programme.head.pillars, usual=usual(programme.said))

    def act() -> str:
        file, page = drafting.new_page(form.cleaned_data, texts_of(ARTICLE))
        _change(request, file, page, form.cleaned_data["why"])
        return reverse("programme:page", args=file.removesuffix(".toml").split("/"))

    lead = _("A list begins with three steps and the first field; more is added on its page.")
    title, back = _("Something new in the programme"), reverse("programme:list")
    return step(request, form, act, title=title, back=back, then=str, lead=lead, button=_("Add"), done=_("Added."))


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def field(request: HttpRequest, pillar: str, name: str, noun: str, code: str, key: str = "") -> HttpResponseBase:
    """A field more, or one that is asked otherwise."""
    page, fields = _fields(pillar, name, noun, code)
    told = fields.get(key, {})
    if key and not told:
        raise Http404
    form = QuestionForm(request.POST or None, fixed=told.get("type", ""), initial=_initial(fields, key))
    title = _("Change the field: %(title)s") % {"title": told.get("label", key)} if key else _("A field more: %(title)s") % page
    back, on = reverse("programme:page", args=[pillar, name]), request.viewer.on

    def act() -> None:
        drafting.put_field(fields, key, form.cleaned_data)
        _change(request, file_of(pillar, name), page, form.cleaned_data["why"])

    slots = {"title": title, "back": back, "button": _("Save")}
    if LOOK in request.POST:
        form.fields["why"].required = False
        return render(request, SHOWN, {"form": form, **slots, "sheet": _looked(form, page, noun, code, key, on)})
    if request.method == "GET":
        slots["sheet"] = pictured_blank(page, noun, code, fields, on=on) if fields else ""
    return step(request, form, act, field="label", done=_("Changed."), template=SHOWN, **slots)


def _looked(form: QuestionForm, page: dict[str, Any], noun: str, code: str, key: str, on: date) -> str:
    """How it would print with what the form says; nothing where that cannot be a paper."""
    fields = deepcopy(drafting.paper_of(page, noun, code) or {})
    if form.is_valid():
        drafting.put_field(fields, key, form.cleaned_data)
        try:
            return pictured_blank(page, noun, code, fields, on=on)
        except Misdescribed as wrong:
            form.add_error("label", str(wrong))
    return ""


def _initial(fields: dict[str, Any], key: str) -> dict[str, Any]:
    told = fields.get(key, {})
    choices = told.get("choices", [])
    return {
        "label": told.get("label", ""), "type": told.get("type", "line"), "help": told.get("help", ""),
        "needed": told.get("required") == "before", "place": [*fields].index(key) + 1 if key else len(fields) + 1,
        "choices": "\n".join(choices.values() if isinstance(choices, dict) else choices),
    }  # fmt: skip


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def retire(request: HttpRequest, pillar: str, name: str, noun: str, code: str, key: str) -> HttpResponseBase:
    page, fields = _fields(pillar, name, noun, code)
    if key not in fields:
        raise Http404
    title, form = fields[key].get("label", key), WhyForm(request.POST or None)

    def act() -> None:
        del fields[key]
        _change(request, file_of(pillar, name), page, form.cleaned_data["why"])

    return step(
        request, form, act, field="why", title=_("Ask no more: %(title)s") % {"title": title}, button=_("Ask no more"),
        back=reverse("programme:page", args=[pillar, name]), lead=_("What was answered stays and is read."), done=_("Changed."),
    )  # fmt: skip


def _fields(pillar: str, name: str, noun: str, code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    page = changing.page_or_404(file_of(pillar, name))
    fields = drafting.paper_of(page, noun, code)
    if fields is None:
        raise Http404
    return page, fields


def _change(request: HttpRequest, file: str, page: dict[str, Any], why: str) -> None:
    changing.change(file, page, why=why, by=request.viewer.person, at=timezone.now(), on=request.viewer.on)
