"""States and steps of a register, changed in the browser: every change is seen in words before it is adopted."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.programme import changing, coursing, returning
from navmark.foundation.programme.choosing import usual
from navmark.foundation.programme.course_forms import CourseStepForm, NewStepForm, StateForm
from navmark.foundation.programme.drafting import REGISTER
from navmark.foundation.programme.forms import WhyForm
from navmark.foundation.programme.views.pages import file_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.programme.workbook.cells import Within
from navmark.foundation.programme.workbook.sheets import STEP
from navmark.foundation.ui.steps import step

Change = Callable[[dict[str, Any], dict[str, Any]], None]  # of the register as its page tells it, by what the form says


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def add_step(request: HttpRequest, pillar: str, name: str, code: str) -> HttpResponseBase:
    _page, told = _register(pillar, name, code)
    states, _steps = coursing.course_of(told)
    words, days = _words(states or coursing.BEGINS), coursing.days_of(told)
    form = NewStepForm(request.POST or None, states=words, days=days, usual=_usual(request))
    return _proposed(request, form, (pillar, name, code), coursing.add_step, title=_("A step more: %(title)s"), field="button")


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def put_step(request: HttpRequest, pillar: str, name: str, code: str, key: str) -> HttpResponseBase:
    _page, register = _register(pillar, name, code)
    states, steps = coursing.course_of(register)
    one = _there(steps, key)
    initial = coursing.asked_of(one) | {"place": list(steps).index(key) + 1}
    initial["within"] = Within().say(one["within"]) if one.get("within") else ""
    words, days = _words(states), coursing.days_of(register)
    form = CourseStepForm(request.POST or None, states=words, days=days, usual=_usual(request), initial=initial)

    def change(told: dict[str, Any], said: dict[str, Any]) -> None:
        coursing.put_step(told, key, said)

    return _proposed(request, form, (pillar, name, code), change, title=_("Change the step: %(title)s"), of=one["button"])


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def put_state(request: HttpRequest, pillar: str, name: str, code: str, key: str) -> HttpResponseBase:
    states, _steps = _course(pillar, name, code)
    one = _there(states, key)
    form = StateForm(request.POST or None, initial=one | {"place": list(states).index(key) + 1})

    def change(told: dict[str, Any], said: dict[str, Any]) -> None:
        coursing.put_state(told, key, said)

    return _proposed(request, form, (pillar, name, code), change, title=_("Change the state: %(title)s"), of=one["words"])


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, pillar: str, name: str, code: str, what: str, key: str) -> HttpResponseBase:
    """A step, or a state with the steps that lead there."""
    states, steps = _course(pillar, name, code)
    is_step = what == STEP
    one = _there(steps if is_step else states, key)
    title = _("Take out the step: %(title)s") if is_step else _("Take out the state: %(title)s")

    def change(told: dict[str, Any], said: dict[str, Any]) -> None:
        (coursing.drop_step if is_step else coursing.drop_state)(told, key)

    form, of = WhyForm(request.POST or None), one["button" if is_step else "words"]
    return _proposed(request, form, (pillar, name, code), change, title=title, of=of, field="why")


def _proposed(
    request: HttpRequest,
    form: forms.Form,
    where: tuple[str, str, str],
    change: Change,
    *,
    title: str,
    of: str = "",
    field: str = "",
) -> HttpResponseBase:
    """The change is shown in words; on that page it is adopted."""
    pillar, name, code = where
    page, told = _register(pillar, name, code)
    was = _words(coursing.course_of(told)[0])

    def act() -> str:
        change(told, form.cleaned_data)
        coursing.check(told, was, code)
        why, viewer = form.cleaned_data["why"], request.viewer
        made = changing.propose(file_of(pillar, name), page, why=why, by=viewer.person, at=timezone.now(), on=viewer.on)
        return reverse("programme:draft", args=[made.pk])

    back = reverse("programme:page", args=[pillar, name])
    words = title % {"title": of or told.get("title") or page["title"]}
    lead = _("What is under way goes on by the steps with which it began.")
    return step(request, form, act, title=words, back=back, then=str, field=field, lead=lead, button=_("Show the differences"))


def _register(pillar: str, name: str, code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """(page, the register on it)."""
    page = changing.page_or_404(file_of(pillar, name))
    told = page.get(REGISTER, {}).get(code)
    if told is None:
        raise Http404
    return page, told


def _course(pillar: str, name: str, code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return coursing.course_of(_register(pillar, name, code)[1])


def _there(tables: dict[str, Any], key: str) -> dict[str, Any]:
    if key not in tables:
        raise Http404
    found: dict[str, Any] = tables[key]
    return found


def _words(states: dict[str, Any]) -> dict[str, str]:
    return {key: one["words"] for key, one in states.items()}


def _usual(request: HttpRequest) -> list[str]:
    return usual(returning.in_force(request.viewer.on).said)
