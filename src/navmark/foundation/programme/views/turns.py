"""How a rota goes round, changed in the browser: the next turns are seen before it is adopted."""

from collections.abc import Callable
from datetime import date, timedelta
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
from navmark.foundation.programme import changing, returning, turning
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.programme.turn_forms import FromDayForm, RotaPostForm, RotaShiftForm, TurnsForm
from navmark.foundation.programme.turning import POSTS, ROTA
from navmark.foundation.programme.views.kinds import told_of
from navmark.foundation.programme.views.pages import file_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.rotas.reshaping import last_given
from navmark.foundation.ui.steps import step

ONE_DAY = timedelta(days=1)


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def turns(request: HttpRequest, pillar: str, name: str, noun: str, code: str) -> HttpResponseBase:
    page, on = changing.page_or_404(file_of(pillar, name)), request.viewer.on
    kind = told_of(page, noun, code)
    if noun not in (turning.ACTIVITY, ROTA):
        raise Http404
    form = TurnsForm(
        request.POST or None, on=on, is_line=noun != ROTA, often=turning.often_of(page, noun, code), running=_running(on),
        asked=turning.to_fill(page, noun, code),
        initial=turning.asked_of(turning.turns_of(page, noun, code)) | {"as_of": _begins(code, on)},
    )  # fmt: skip

    def act() -> None:
        turning.put_turns(page, noun, code, form.cleaned_data)

    title = _("How it goes round: %(title)s") % {"title": kind.get("title") or page["title"]}
    return _proposed(request, form, (pillar, name), page, act, title=title, field="among")


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def slot(request: HttpRequest, pillar: str, name: str, code: str, what: str, key: str = "") -> HttpResponseBase:
    """A post or a shift more, or one that is said otherwise."""
    page, on = changing.page_or_404(file_of(pillar, name)), request.viewer.on
    told = told_of(page, ROTA, code)
    slots = turning.slots_of(told, what)
    if key and key not in slots:
        raise Http404
    one, place = slots.get(key, {}), list(slots).index(key) + 1 if key else len(slots) + 1
    initial = one | {"checklist": "\n".join(one.get("checklist", ())), "place": place, "as_of": _begins(code, on)}
    form = (RotaPostForm if what == POSTS else RotaShiftForm)(request.POST or None, on=on, initial=initial)

    def act() -> None:
        turning.put_slot(told, what, key, form.cleaned_data)

    new = _("A post more: %(title)s") if what == POSTS else _("A shift more: %(title)s")
    title = _("Change: %(title)s") % {"title": one["words"]} if key else new % {"title": told.get("title") or page["title"]}
    return _proposed(request, form, (pillar, name), page, act, title=title, field="words")


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def drop_slot(request: HttpRequest, pillar: str, name: str, code: str, what: str, key: str) -> HttpResponseBase:
    page, on = changing.page_or_404(file_of(pillar, name)), request.viewer.on
    told = told_of(page, ROTA, code)
    slots = turning.slots_of(told, what)
    if key not in slots:
        raise Http404
    form = FromDayForm(request.POST or None, on=on, initial={"as_of": _begins(code, on)})

    def act() -> None:
        turning.drop_slot(told, what, key, form.cleaned_data)

    title = _("Take out: %(title)s") % {"title": slots[key]["words"]}
    return _proposed(request, form, (pillar, name), page, act, title=title, field="as_of")


def _proposed(
    request: HttpRequest,
    form: forms.Form,
    where: tuple[str, str],
    page: dict[str, Any],
    change: Callable[[], None],
    *,
    title: str,
    field: str,
) -> HttpResponseBase:
    """The change is shown in words, with the next turns; on that page it is adopted."""

    def act() -> str:
        change()
        why, viewer = form.cleaned_data["why"], request.viewer
        made = changing.propose(file_of(*where), page, why=why, by=viewer.person, at=timezone.now(), on=viewer.on)
        return reverse("programme:draft", args=[made.pk])

    lead = _(
        "Turns of days before that day stay as they are given; from then on they follow what you say here. You see them first."
    )
    back = reverse("programme:page", args=where)
    return step(request, form, act, title=title, back=back, then=str, field=field, lead=lead, button=_("Show the next turns"))


def _begins(code: str, on: date) -> date:
    """The day behind whatever is given already."""
    last = last_given(code, on)
    return last + ONE_DAY if last else on


def _running(on: date) -> dict[str, str]:
    """The registers of campaigns, by their titles."""
    programme = returning.in_force(on)
    titles = titles_of(programme.said)
    return {one.code: titles[one.code] for one in programme.of("register") if one.table.runs}
