"""Groups and who leads them; the page of one group on the way: who is in it, how many were counted where, what care they need."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.forms import PurposeForm
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.ui.steps import step
from navmark.pillars.experience.tours import access, actions, words
from navmark.pillars.experience.tours.forms import DivideForm, GroupCountForm, LeadersForm, MoveForm
from navmark.pillars.experience.tours.gate import care_of, has_notes, with_names
from navmark.pillars.experience.tours.tour import Tour
from navmark.pillars.experience.tours.views.overview import asked


@open_to()
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Divided at a stroke, then led by whom the keeper names: no pupil's name stands here."""
    viewer = request.viewer
    tour = access.tour_for(viewer, pk)
    access.insist_keeps(viewer, tour)
    naming = "lead" in request.POST
    people = list(Person.objects.filter(pk__in=tour.teachers()).order_by("sort_key", "pk"))
    leaders = LeadersForm(request.POST if naming else None, groups=tour.groups, people=people)
    divide = DivideForm(request.POST if request.method == "POST" and not naming else None)
    by: dict[str, Any] = {"by": viewer.person, "at": timezone.now()}

    def act() -> int:
        if naming:
            actions.lead(tour, leaders.leaders, **by)
            return len(tour.groups)
        return actions.divide(tour, most=divide.cleaned_data["most"], **by)

    return step(
        request, leaders if naming else divide, act, template="tours/groups.html", title=_("Groups"),
        back=reverse("tours:tour", args=[pk]), then=reverse("tours:groups", args=[pk]), tour=tour, divide=divide, leaders=leaders,
        done=lambda count: ngettext("There is %(n)s group.", "There are %(n)s groups.", count) % {"n": count},
    )  # fmt: skip


@with_names
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, tour: Tour, group: UUID) -> HttpResponse:
    """For the phone of its leader: count here."""
    viewer = request.viewer
    one = access.group_for(viewer, tour, group)
    going = [row for row in tour.travellers if row.group_id == one.pk]
    counted = {count.point: count for count in one.counts.all()}
    next_point = next((point for point in tour.points if point not in counted), tour.points[-1])
    form = GroupCountForm(request.POST or None, points=tour.points, initial={"point": next_point})
    others = [row for row in tour.groups if row.pk != one.pk]

    def act() -> None:
        said = {key: form.cleaned_data[key] for key in ("point", "there", "note")}
        actions.count(one, **said, by=viewer.person, at=timezone.now())

    here = reverse("tours:group", args=[tour.entry.pk, one.pk])
    return step(
        request, form, act, template="tours/group.html", title=words.of_group(one), back=here, done=_("Counted."),
        tour=tour, group=one, going=going, counts=[(point, counted.get(point)) for point in tour.points],
        keeps=access.keeps(viewer, tour), leads=access.leads(viewer, one), has_notes=has_notes(tour, one),
        move=MoveForm(travellers=going, groups=others) if access.keeps(viewer, tour) and others and tour.may_change else None,
    )  # fmt: skip


@with_names
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, tour: Tour, group: UUID) -> HttpResponse:
    """A pupil into another group."""
    access.insist_keeps(request.viewer, tour)
    one = access.group_for(request.viewer, tour, group)
    rows, others = [row for row in tour.travellers if row.group_id == one.pk], [row for row in tour.groups if row.pk != one.pk]
    form = MoveForm(request.POST or None, travellers=rows, groups=others)

    def act() -> None:
        who = next(row for row in rows if str(row.pk) == form.cleaned_data["traveller"])
        to = next(row for row in others if str(row.pk) == form.cleaned_data["to"])
        actions.move(tour, who, to, by=request.viewer.person, at=timezone.now())

    here = reverse("tours:group", args=[tour.entry.pk, one.pk])
    return step(request, form, act, title=_("Into another group"), back=here, done=_("Moved."))


@with_names
@require_http_methods(["GET", "POST"])
def care(request: HttpRequest, tour: Tour, group: UUID) -> HttpResponse:
    """What care the children of a group need: for its leader, behind a purpose of its own."""
    viewer, at = request.viewer, timezone.now()
    one = access.group_for(viewer, tour, group)
    if not access.leads(viewer, one):
        raise PermissionDenied
    form = PurposeForm(request.POST or None, of_family=True)
    if request.method == "POST" and form.is_valid():
        note_opening(one, part=OpenedPart.SEALED, **form.cleaned_data, by=viewer.person, at=at)
        return redirect("tours:care", tour.entry.pk, one.pk)
    notes = None if request.method == "POST" else care_of(one, viewer, at=at)
    if notes is None:
        return asked(request, form, tour.entry)
    return render(request, "tours/care.html", {"tour": tour, "group": one, "title": words.of_group(one), "notes": notes})
