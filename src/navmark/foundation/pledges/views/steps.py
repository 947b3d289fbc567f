"""How a pledge begins, passes on and ends: one decision a page."""

from functools import partial
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, actions
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.actions import Taking
from navmark.foundation.pledges.files import page_of
from navmark.foundation.pledges.forms import DeclineForm, OwnForm, PledgeCorrectForm, PledgeEndForm, PledgeHandOverForm, TakeForm
from navmark.foundation.pledges.models import Pledge
from navmark.foundation.ui.steps import press, step


@open_to()
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """A keeper names who takes it on, or whom to ask; anybody else takes it on herself."""
    viewer: Viewer = request.viewer
    one = access.kind_to_read(viewer, kind)
    thing, home, keeps = access.thing_to_take(viewer, one, pk)
    form = TakeForm(request.POST or None, kind=one, unit=home, on=viewer.on) if keeps else OwnForm(request.POST or None)

    def act() -> Pledge:
        said = form.cleaned_data
        act = actions.offer if said.get("ask") else actions.take
        taking = Taking(one, thing, home, said.get("holder", viewer.person), said["from_day"], said.get("basis", ""))
        return act(taking, by=viewer.person, at=timezone.now())

    back = reverse("pledges:list", args=[one.code])
    title = _("%(what)s: %(thing)s") % {"what": one.name, "thing": thing.name}
    return step(request, form, act, title=title, button=one.take_words, back=back, done=_("It is noted."))


@open_to()
@require_POST
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_to_answer(viewer, pk)
    thing = Thing.of(row, viewer.on)
    act = partial(actions.accept, row, thing, on=viewer.on, by=viewer.person, at=timezone.now())
    return press(request, act, back=page_of(row), done=_("You have taken it on."))


@open_to()
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row, form = access.pledge_to_answer(viewer, pk), DeclineForm(request.POST or None)
    return step(
        request,
        form,
        lambda: actions.decline(row, on=viewer.on, reason=form.cleaned_data["reason"], by=viewer.person, at=timezone.now()),
        title=_("Decline"),
        lead=_said(row, viewer),
        button=_("Decline"),
        back=page_of(row),
    )


@open_to()
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_to_keep(viewer, pk)
    act = partial(actions.withdraw, row, on=viewer.on, by=viewer.person, at=timezone.now())
    return press(request, act, back=page_of(row), done=_("She is no longer asked."))


@open_to()
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_to_keep(viewer, pk)
    form = PledgeHandOverForm(request.POST or None, kind=row.kind, unit=row.unit, on=viewer.on)

    def act() -> Pledge:
        said = form.cleaned_data
        return actions.hand_over(row, said["holder"], on=said["day"], reason=said["reason"], by=viewer.person, at=timezone.now())

    slots = {"title": _("Hand over"), "lead": _said(row, viewer), "button": _("Hand over")}
    return step(request, form, act, back=page_of(row), then=page_of, **slots)


@open_to()
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row, form = access.pledge_for(viewer, pk), PledgeEndForm(request.POST or None)
    if not access.may_end(viewer, row):
        raise PermissionDenied

    def act() -> Pledge:
        said = form.cleaned_data
        return actions.end(row, ending=said["ending"], on=said["day"], reason=said["reason"], by=viewer.person, at=timezone.now())

    return step(request, form, act, title=_("It ends"), lead=_said(row, viewer), button=_("End it"), back=page_of(row))


@open_to()
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.pledge_to_keep(viewer, pk)
    form = PledgeCorrectForm(request.POST or None, pledge=row)
    return step(
        request,
        form,
        lambda: actions.correct(row, **form.cleaned_data, by=viewer.person, at=timezone.now()),
        title=_("Correct day and basis"),
        lead=_said(row, viewer),
        back=page_of(row),
    )


def _said(row: Pledge, viewer: Viewer) -> str:
    return f"{row.kind.name} · {Thing.of(row, viewer.on).name} · {row.holder.name}"
