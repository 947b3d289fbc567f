"""Slips class by class, the list that is made of them, and how somebody comes off it."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.naming import name_on
from navmark.foundation.ui.steps import step
from navmark.pillars.experience.tours import access, actions
from navmark.pillars.experience.tours.forms import CareForm, ClassesForm, OffForm, SlipsForm
from navmark.pillars.experience.tours.gate import with_names
from navmark.pillars.experience.tours.models import CareNote, Traveller
from navmark.pillars.experience.tours.refusals import NoSlip
from navmark.pillars.experience.tours.tour import Tour


@with_names
@require_http_methods(["GET", "POST"])
def slips(request: HttpRequest, tour: Tour, unit: UUID) -> HttpResponse:
    """The pile of a class: a number, a day, whose is missing."""
    klass = access.class_for(request.viewer, tour, unit)
    pupils = tour.pupils_of(klass)
    form = SlipsForm(request.POST or None, open_ones=[one for one in pupils if one.pk not in tour.signed])

    def act() -> int:
        said = {"slips": form.cleaned_data["slips"], "signed_on": form.cleaned_data["signed_on"], "missing": form.without}
        return actions.record_slips(tour, klass, **said, by=request.viewer.person, at=timezone.now())

    off = {row.pupil_id: row for row in Traveller.objects.filter(tour=tour.entry, unit=klass, off_on__isnull=False)}
    cared = set(CareNote.objects.filter(tour=tour.entry).values_list("pupil", flat=True))
    here = reverse("tours:slips", args=[tour.entry.pk, klass.pk])
    return step(
        request, form, act, template="tours/slips.html", back=reverse("tours:tour", args=[tour.entry.pk]), then=here,
        title=_("Slips of %(name)s") % {"name": name_on(klass, tour.day)}, tour=tour, klass=klass,
        done=lambda count: ngettext("%(n)s slip is recorded.", "%(n)s slips are recorded.", count) % {"n": count},
        signed=[(one, off.get(one.pk), one.pk in cared) for one in pupils if one.pk in tour.signed or one.pk in off],
        lacks=[one for one in pupils if one.pk not in tour.signed],
    )  # fmt: skip


@with_names
@require_http_methods(["GET", "POST"])
def listing(request: HttpRequest, tour: Tour) -> HttpResponse:
    """Classes are picked, those with a slip come on the list at once; whom it cannot take is named, with what to do."""
    access.insist_keeps(request.viewer, tour)
    lines = tour.lines()
    form = ClassesForm(request.POST or None, lines=lines)

    def act() -> int:
        chosen = [one.unit for one in lines if str(one.unit.pk) in form.cleaned_data["classes"]]
        return actions.list_classes(tour, chosen, by=request.viewer.person, at=timezone.now())[0]

    going = {one.unit_id for one in tour.travellers}
    left_out = [pupil.name for unit in tour.classes if unit.pk in going for pupil in tour.pupils_of(unit) if _lacks(tour, pupil)]
    return step(
        request, form, act, template="tours/list.html", back=reverse("tours:tour", args=[tour.entry.pk]),
        then=reverse("tours:list", args=[tour.entry.pk]), title=_("Who goes"), tour=tour,
        done=lambda count: ngettext("%(n)s pupil came on the list.", "%(n)s pupils came on the list.", count) % {"n": count},
        refusal=str(NoSlip(left_out)) if left_out else "",
    )  # fmt: skip


def _lacks(tour: Tour, pupil: object) -> bool:
    return pupil.pk not in tour.signed  # type: ignore[attr-defined]


@with_names
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest, tour: Tour, pupil: UUID) -> HttpResponse:
    """Off the list, with a note; where a guardian has withdrawn, so is the consent."""
    child = access.pupil_for(request.viewer, tour, pupil)
    form = OffForm(request.POST or None)

    def act() -> None:
        said = form.cleaned_data
        told = {"why": said["why"], "on": said["on"], "is_withdrawn": said["withdrawn"]}
        actions.take_off(tour, child, **told, by=request.viewer.person, at=timezone.now())

    return step(
        request, form, act, title=_("Take off the list: %(name)s") % {"name": child.name}, sealed=True, danger=True,
        back=reverse("tours:tour", args=[tour.entry.pk]), button=_("Take off"), done=_("Taken off the list."),
        help=_("A consent is withdrawn as easily as it was given; nothing follows from it for the child."),
    )  # fmt: skip


@with_names
@require_http_methods(["GET", "POST"])
def care(request: HttpRequest, tour: Tour, pupil: UUID) -> HttpResponse:
    """What a guardian wrote on the slip is taken down here, and opened by the leader of the child's group alone."""
    child = access.pupil_for(request.viewer, tour, pupil)
    form = CareForm(request.POST or None)
    note = partial(actions.note_care, tour, child, by=request.viewer.person, at=timezone.now())
    return step(
        request, form, lambda: note(form.cleaned_data["words"], is_signed=form.cleaned_data["signed"]),
        title=_("Care: %(name)s") % {"name": child.name}, back=reverse("tours:tour", args=[tour.entry.pk]), sealed=True,
        done=_("Noted. The leader of the group opens it; after the tour it is deleted."),
        help=_("It is no part of any evaluation. What stood here before is replaced, and not shown."),
    )  # fmt: skip
