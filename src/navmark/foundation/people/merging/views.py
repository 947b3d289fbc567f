"""Likely twins, the preview of two rows as one, and the way back on the same day; and two who are known to be two."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.people.access import INSIDERS, MANAGERS, is_of_a_family, open_to, person_for
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.files import about_one, the_keeper
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.importing.matching import person_in_words
from navmark.foundation.people.merging import actions, namesakes
from navmark.foundation.people.merging.apart import is_pupil
from navmark.foundation.people.merging.forms import OtherRowForm, ValuesForm
from navmark.foundation.people.merging.holdings import holdings, met_in_words
from navmark.foundation.people.merging.namesakes import known_as_two
from navmark.foundation.people.merging.twins import twins
from navmark.foundation.people.merging.values import differing
from navmark.foundation.people.models import Merger, Namesakes, Person, SchoolAccount
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import press, refuse, step


@open_to(*MANAGERS)
@never_cache
@require_GET
def twins_page(request: HttpRequest) -> HttpResponse:
    """Colleagues; children and their families on a page of their own, behind a purpose."""
    of_families = request.GET.get("of") == "families"
    if of_families and (asked := the_keeper().ask_list(request, None)):
        return asked
    pairs = [pair for pair in twins() if pair.of_family == of_families]
    told = [one for one in known_as_two() if one.pair.of_family == of_families]
    return render(request, "people/twins.html", {"pairs": pairs, "told": told, "of_families": of_families})


@open_to(*MANAGERS)
@about_one()
@require_POST
def two(request: HttpRequest, subject: Person, other: UUID) -> HttpResponse:
    """不是同一人."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    second = person_for(viewer, other)
    if asked := the_keeper().ask(request, second, False):
        return asked
    act = partial(namesakes.tell_two, subject, second, by=viewer.person, at=timezone.now())
    told = _("Noted: two people. They are proposed no more, unless they are alike in something else.")
    return press(request, act, back=_twins_of(subject), done=told)


@open_to(*MANAGERS)
@require_POST
def two_no_more(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = Namesakes.objects.select_related("one", "other").filter(pk=pk).first()
    if row is None:
        raise Http404
    act = partial(namesakes.take_back, row, by=viewer.person, at=timezone.now())
    return press(request, act, back=_twins_of(row.one), done=_("Taken back: they may be one person."))


def _twins_of(person: Person) -> str:
    return reverse("people:twins", query={"of": "families"} if is_of_a_family(person) else None)


@open_to(*MANAGERS)
@about_one()
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, subject: Person) -> HttpResponse:
    """The others of her name; a colleague is also found by another name."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    pupil = is_pupil(subject)
    alike = [one for one in Person.objects.filter(name=subject.name).exclude(pk=subject.pk) if is_pupil(one) == pupil]
    around = Person.objects.none() if is_of_a_family(subject) else people_in(INSIDERS, None, on=viewer.on).exclude(pk=subject.pk)
    form = OtherRowForm(request.POST or None, names=Names(around, on=viewer.on))
    return step(
        request, form, lambda: form.cleaned_data["other"], title=_("Merge with another row"), back=_page_of(subject),
        then=lambda other: reverse("people:merge", args=[subject.pk, other.pk]), template="people/merge_with.html",
        person=subject, by_name=not is_of_a_family(subject),
        alike=[(one, person_in_words(one)) for one in alike],
    )  # fmt: skip


@open_to(*MANAGERS)
@about_one()
@require_http_methods(["GET", "POST"])
def merge_page(request: HttpRequest, subject: Person, other: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    second = person_for(viewer, other)
    if asked := the_keeper().ask(request, second, False):
        return asked
    kept, gone = _in_order(viewer, subject, second)
    form = ValuesForm(request.POST or None, values=differing(kept, gone))
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.merge(kept, gone, chosen=form.cleaned_data, by=viewer.person, at=timezone.now())
            return redirect("people:merged", done.merger.pk)
        except Refusal as refusal:
            refuse(form, refusal)
    context = {"kept": kept, "gone": gone, "form": form, "rows": [(one, person_in_words(one)) for one in (kept, gone)]}
    context |= _foreseen(kept, gone, viewer) | {"holdings": holdings(kept, gone), "told": namesakes.told_two(kept, gone)}
    return render(request, "people/merge.html", context, status=422 if form.errors else 200)


def _foreseen(kept: Person, gone: Person, viewer: Viewer) -> dict[str, Any]:
    try:
        return {"met": met_in_words(actions.foreseen(kept, gone, on=viewer.on).met), "refused": ""}
    except Refusal as refusal:
        return {"met": [], "refused": str(refusal)}


def _in_order(viewer: Viewer, one: Person, other: Person) -> tuple[Person, Person]:
    """(who stays, who goes): whoever is looking stays, else who signs in, else who was there first."""
    seats = set(SchoolAccount.objects.filter(person__in=(one, other)).values_list("person", flat=True))

    def place(person: Person) -> tuple[bool, bool, datetime]:
        return person != viewer.person, person.pk not in seats, person.created_at

    kept, gone = sorted((one, other), key=place)
    return kept, gone


def _page_of(person: Person) -> str:
    return reverse("people:person", args=[person.pk])


@open_to(*MANAGERS)
@never_cache
@require_http_methods(["GET", "POST"])
def merged(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What became one; posted, it is two again."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    merger = Merger.objects.select_related("kept").filter(pk=pk).first()
    if merger is None:
        raise Http404
    if request.method == "POST":
        told = _("The two rows stand apart again.")
        act = lambda: actions.part(merger, by=viewer.person, at=timezone.now())  # noqa: E731
        return press(request, act, back=request.path, done=told, then=_page_of(merger.kept))
    context = {"merger": merger, "may_part": actions.may_be_parted(merger, on=viewer.on)}
    return render(request, "people/merged.html", context)
