"""Slips in numbers for whoever reads the entry; class by class by name; one taken back; what care is needed; what is printed."""

from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing.rendering import Form
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.registers.beside import pages_beside
from navmark.foundation.registers.gate import by_name
from navmark.foundation.slips import access, actions, sheets
from navmark.foundation.slips.forms import CareForm, OffForm, SlipsForm
from navmark.foundation.slips.pile import Pile
from navmark.foundation.ui.steps import step


@open_to()
@require_GET
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    pile = access.pile_for(viewer, pk)
    hers = {unit.pk for unit in access.classes_for(viewer, pile)}
    context = {
        "pile": pile, "entry": pile.entry, "lines": pile.lines(), "hers": hers, "keeps": access.keeps(viewer, pile),
        "beside": pages_beside(pile.entry, but="slips:entry"),
    }  # fmt: skip
    return render(request, "slips/entry.html", context)


@open_to()
@by_name
@require_http_methods(["GET", "POST"])
def slips(request: HttpRequest, pk: UUID, unit: UUID) -> HttpResponse:
    """The pile of a class: a number, a day, whose is missing."""
    pile = access.pile_for(request.viewer, pk)
    klass = access.class_for(request.viewer, pile, unit)
    lacking = pile.of(klass)[1]
    form = SlipsForm(request.POST or None, open_ones=lacking)

    def act() -> int:
        said = {"slips": form.cleaned_data["slips"], "signed_on": form.cleaned_data["signed_on"], "missing": form.without}
        return actions.record_slips(pile, klass, **said, by=request.viewer.person, at=timezone.now())

    return step(
        request, form, act, template="slips/class.html", back=reverse("slips:entry", args=[pk]), then=request.path,
        title=_("Slips of %(name)s") % {"name": name_on(klass, pile.day)}, pile=pile, klass=klass,
        lacking=lacking, pupils=len(pile.pupils[klass.pk]),
        done=lambda count: ngettext("%(n)s slip is recorded.", "%(n)s slips are recorded.", count) % {"n": count},
        classes=[_named(pile, klass)],
    )  # fmt: skip


@open_to()
@by_name
@require_GET
def listed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who goes, class by class; whom it cannot take is named, with what to do."""
    pile = access.pile_for(request.viewer, pk)
    if not access.keeps(request.viewer, pile):
        raise PermissionDenied
    context = {"pile": pile, "classes": [_named(pile, unit) for unit in pile.classes], "title": _("Who goes")}
    return render(request, "slips/list.html", {**context, "back": reverse("slips:entry", args=[pk])})


def _named(pile: Pile, unit: Unit) -> dict[str, Any]:
    """A class by name: those whose slip is there; whose was taken back, and when; those without one."""
    listed, left_out = pile.of(unit)
    return {
        "name": name_on(unit, pile.day),
        "signed": [(one, one.pk in pile.cared) for one in listed],
        "off": [(one, pile.taken_back[one.pk]) for one in left_out if one.pk in pile.taken_back],
        "lacking": [one.name for one in left_out if one.pk not in pile.taken_back],
    }


def _step_of(request: HttpRequest, pk: UUID, pupil: UUID, **said: Any) -> tuple[Pile, Person, dict[str, Any]]:
    """What both steps of one pupil begin with."""
    pile = access.pile_for(request.viewer, pk)
    child = access.pupil_for(request.viewer, pile, pupil)
    hers = (unit for unit in access.classes_for(request.viewer, pile) if child in pile.pupils[unit.pk])
    unit = next(hers, None)  # none of hers: she leads the child
    back = reverse("slips:class", args=[pk, unit.pk]) if unit else reverse("slips:entry", args=[pk])
    return pile, child, {"back": back, "sealed": True, "about": pile.entry.title}


@open_to()
@by_name
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest, pk: UUID, pupil: UUID) -> HttpResponse:
    """Off the list, with a note."""
    pile, child, page = _step_of(request, pk, pupil)
    form = OffForm(request.POST or None)
    act = partial(actions.take_back, pile, child, by=request.viewer.person, at=timezone.now())
    return step(
        request, form, lambda: act(**form.cleaned_data), title=_("Take off the list: %(name)s") % {"name": child.name},
        button=_("Take off"), danger=True, done=_("Taken off the list."), **page,
        help=_("A consent is withdrawn as easily as it was given; nothing follows from it for the child."),
    )  # fmt: skip


@open_to()
@by_name
@require_http_methods(["GET", "POST"])
def care(request: HttpRequest, pk: UUID, pupil: UUID) -> HttpResponse:
    """What a guardian wrote on the slip is taken down here, and opened by whoever leads the child alone."""
    pile, child, page = _step_of(request, pk, pupil)
    form = CareForm(request.POST or None)
    act = partial(actions.note_care, pile, child, by=request.viewer.person, at=timezone.now())
    return step(
        request, form, lambda: act(**form.cleaned_data), title=_("Care: %(name)s") % {"name": child.name}, **page,
        done=_("Noted. The leader of the group opens it; afterwards it is deleted."),
        help=_("It is no part of any evaluation. What stood here before is replaced, and not shown."),
    )  # fmt: skip


@open_to()
@by_name
@require_GET
def letters(request: HttpRequest, pk: UUID, unit: UUID, form: Form) -> HttpResponseBase:
    """A page for each pupil whose slip is not there; where all are, for each of the class."""
    pile = access.pile_for(request.viewer, pk)
    return sheet_printed(sheets.letters(pile, access.class_for(request.viewer, pile, unit)), form)
