"""One page of the programme: what it says, its editions, switched on and off, taken back."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.people.models import Person
from navmark.foundation.programme import changing, drafting, returning, turning
from navmark.foundation.programme.courses import courses
from navmark.foundation.programme.differences import SaidOtherwise, in_words
from navmark.foundation.programme.drafting import PAPER
from navmark.foundation.programme.editions import page_editions, texts_of
from navmark.foundation.programme.forms import HeadingForm, SwitchForm, WhyForm
from navmark.foundation.programme.headings import heading_of, put_under
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.statute.book import rule
from navmark.foundation.statute.rules import Rule
from navmark.foundation.ui.steps import step


def file_of(pillar: str, name: str) -> str:
    return f"{pillar}/{name}.toml"


@open_to(ADMINISTRATOR)
@readable
@require_GET
def page(request: HttpRequest, pillar: str, name: str) -> HttpResponse:
    file, on = file_of(pillar, name), request.viewer.on
    changing.page_or_404(file)
    programme = returning.in_force(on)
    said, titles = programme.said[file], titles_of(programme.said)
    rows = list(page_editions(ARTICLE, file)[:20])
    names = {pk: person.name for pk, person in Person.objects.in_bulk({row.made_by for row in rows if row.made_by}).items()}
    context: dict[str, Any] = {
        "pillar": pillar, "name": name, "said": said, "heading": programme.head.pillars[heading_of(file, said)].name,
        "lines": _lines(said, titles), "papers": _papers(said, titles),
        "policies": _policies(said, on), "may_shut": bool(drafting.titled_kinds(said)), "courses": courses(said),
        "slots": turning.slots_on(said),
        "editions": [(row, names.get(row.made_by, "")) for row in rows],
        "is_off": "until" in said and said["until"] < on.isoformat(), "takes_back": changing.takes_back(rows),
    }  # fmt: skip
    return render(request, "programme/page.html", context)


def _policies(said: Mapping[str, Any], on: date) -> list[tuple[str, Mapping[str, Any], Rule, str]]:
    """(code, policy, its rule, what it shuts) of everything on the page that a rule frowns upon."""
    titles = drafting.titled_kinds(said)
    return [
        (code, told, rule(told["rule"], on=on), "、".join(titles[one] for one in drafting.shut_by(said, code)))
        for code, told in said.get("policy", {}).items()
    ]


def _lines(said: Mapping[str, Any], titles: Mapping[str, str]) -> list[SaidOtherwise]:
    """What the page says, but of states and steps, posts and shifts: they stand below, each with its links."""
    return [line for line in in_words(said, titles) if not {"states", "steps", *turning.STEMS} & set(line.path)]


def _papers(said: Mapping[str, Any], titles: Mapping[str, str]) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """(noun, code, title, fields as key and label) of everything on the page."""
    nouns = [
        (noun, code, told)
        for noun, tables in said.items()
        if isinstance(tables, Mapping) and noun != "policy"
        for code, told in tables.items()
    ]
    asked = [told if noun == PAPER else told.get(PAPER, {}) for noun, _code, told in nouns]
    return [
        (noun, code, titles[code], [(key, one.get("label", key)) for key, one in fields.items()])
        for (noun, code, _told), fields in zip(nouns, asked, strict=True)
    ]


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, pillar: str, name: str) -> HttpResponseBase:
    """Under another pillar; it stays the page it was."""
    file, viewer = file_of(pillar, name), request.viewer
    said, pillars = changing.page_or_404(file), returning.in_force(viewer.on).head.pillars
    form = HeadingForm(request.POST or None, pillars=pillars, initial={"pillar": heading_of(file, said)})

    def act() -> None:
        put_under(said, file, form.cleaned_data["pillar"])
        changing.change(file, said, why=form.cleaned_data["why"], by=viewer.person, at=timezone.now(), on=viewer.on)

    return step(
        request, form, act, field="pillar", title=_("Under another pillar: %(title)s") % said, button=_("Save"),
        lead=_("It stands there from now on: in the navigation, on the shelves, in the term plan. What was kept of it stays."),
        back=reverse("programme:page", args=[pillar, name]), done=_("Changed."),
    )  # fmt: skip


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def switch(request: HttpRequest, pillar: str, name: str, to: str) -> HttpResponseBase:
    file, off = file_of(pillar, name), to == "off"
    said = changing.page_or_404(file)
    form = SwitchForm(request.POST or None, initial={"day": request.viewer.on})
    title, button = (_("Switch off: %(title)s"), _("Switch off")) if off else (_("Switch on: %(title)s"), _("Switch on"))
    return step(
        request, form, lambda: _switched(request, file, form, off=off), field="day", title=title % {"title": said["title"]},
        lead=_("What was kept of it stays and is read; nothing more of it is asked.") if off else "",
        back=reverse("programme:page", args=[pillar, name]), done=_("Changed."), button=button,
    )  # fmt: skip


def _switched(request: HttpRequest, file: str, form: SwitchForm, *, off: bool) -> None:
    day: date = form.cleaned_data["day"]
    why, viewer = form.cleaned_data["why"], request.viewer
    changing.switch(file, off=off, day=day, why=why, by=viewer.person, at=timezone.now(), on=viewer.on)


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, pillar: str, name: str) -> HttpResponseBase:
    file, viewer = file_of(pillar, name), request.viewer
    said, form = changing.page_or_404(file), WhyForm(request.POST or None)
    here, is_new = reverse("programme:page", args=[pillar, name]), page_editions(ARTICLE, file).count() == 1
    act = partial(changing.take_back, file, by=viewer.person, at=timezone.now(), on=viewer.on)
    title = _("Take it out again: %(title)s") if is_new else _("Back to the edition before: %(title)s")
    return step(
        request, form, lambda: act(why=form.cleaned_data["why"]), field="why", title=title % {"title": said["title"]},
        back=here, then=lambda _done: here if file in texts_of(ARTICLE) else reverse("programme:list"),
        lead=_("What was kept of it stays and is read; nothing more of it is asked.") if is_new else "",
        button=_("Take it out again") if is_new else _("To the edition before"), done=_("Changed."),
    )  # fmt: skip
