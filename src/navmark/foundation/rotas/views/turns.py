"""One turn: read, noted as done, swapped, handed on, passed over; and the question that somebody asks about it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.activities.access import may_read
from navmark.foundation.activities.pages import page_of as page_of_activity
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, actions, asking
from navmark.foundation.rotas.forms import DoneForm, HandOnForm, SkipForm, SwapForm
from navmark.foundation.rotas.holders import RotaCircle
from navmark.foundation.rotas.linked import box_of
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.pages import page_of, table_of
from navmark.foundation.ui.standing import stand_in
from navmark.foundation.ui.steps import press, took

BEFORE = 1  # turns of the same post whose word is read


@open_to()
@require_GET
def turn(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, access.turn_to_read(request.viewer, pk))


def _page(request: HttpRequest, row: Turn, said: DoneForm | None = None) -> HttpResponse:
    """`said`: what was typed and cannot be taken so; it stands there with what is wrong."""
    viewer: Viewer = request.viewer
    stand_in(request, "rotas:table", row.rota.code)
    at = timezone.now()
    hers, keeps = access.is_hers(viewer, row), access.keeps(viewer, row.rota, row.unit)
    reads = access.reads(viewer, row.rota, row.unit)
    waits = row.rota.hands_over and row.took_at is None and not row.is_kept and row.starts_on <= viewer.on
    may_say = (keeps or (hers and not waits)) and not row.is_kept and not row.rota.activity_kind and row.starts_on <= viewer.on
    context: dict[str, Any] = {
        "turn": row, "keeps": keeps, "may_change": (hers or keeps) and not actions.is_over(row, at=at),
        "post": row.rota.post_called(row.post), "shift": row.rota.shift_called(row.shift) if row.shift else "",
        "done": (said or DoneForm(turn=row)) if may_say else None, "may_take_back": row.kept_at is not None and (hers or keeps),
        "occasion": _occasion(viewer, row), "linked": box_of(viewer, row),
        "table": table_of(row.rota, row.unit) if reads else "", "asked": row.asks.filter(answered_at__isnull=True).first(),
        "word": _before(row) if hers or keeps else None, "takes_over": hers and waits,
        "history": deeds(history_of(row).order_by("-at")) if keeps else [],
    }  # fmt: skip
    return render(request, "rotas/turn.html", context, status=422 if said else 200)


def _occasion(viewer: Viewer, row: Turn) -> str:
    """Its page, if she may read it."""
    return page_of_activity(row.activity) if row.activity and row.day and may_read(viewer, row.activity) else ""


def _before(row: Turn) -> Turn | None:
    """The turn of the same post before this one, if whoever had it left a word."""
    earlier = Turn.objects.filter(rota=row.rota, unit=row.unit, post=row.post, kept_at__isnull=False, ends_on__lte=row.ends_on)
    last = earlier.exclude(pk=row.pk).select_related("rota", "person", "holder_unit").order_by("-kept_at").first()
    return last if last and last.kept_note else None


@open_to()
@require_POST
def take_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The word of the turn before is read."""
    viewer: Viewer = request.viewer
    row = access.turn_to_change(viewer, pk)
    return press(request, lambda: actions.take_over(row, by=viewer.person, at=timezone.now()), back=page_of(row))


@open_to()
@require_POST
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """By a tap on Today, or with what was checked."""
    viewer: Viewer = request.viewer
    row = access.turn_to_change(viewer, pk)
    form = DoneForm(request.POST, turn=row)
    if not form.is_valid() and row.starts_on <= viewer.on:
        return _page(request, row, form)
    said = form.cleaned_data

    def act() -> Turn:
        return actions.keep(row, note=said.get("note", ""), ticked=said.get("ticked", ()), by=viewer.person, at=timezone.now())

    return press(request, act, back=page_of(row), done=_("Noted as done. Thank you."))


@open_to()
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.turn_to_change(viewer, pk)
    return press(request, lambda: actions.take_back(row, by=viewer.person, at=timezone.now()), back=page_of(row))


@open_to()
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A keeper swaps, hands on and passes over at once; a holder asks, and passes herself over with a reason."""
    viewer: Viewer = request.viewer
    row = access.turn_to_change(viewer, pk)
    keeps = access.keeps(viewer, row.rota, row.unit)
    around = RotaCircle(row.rota, row.unit, on=viewer.on)
    do = request.POST.get("do", "")
    others = Turn.objects.filter(rota=row.rota, unit=row.unit, ends_on__gte=viewer.on).exclude(pk=row.pk)
    turns = [one for one in others.select_related("rota", "person", "holder_unit", "activity") if not one.is_kept]
    turns = [one for one in turns if one.holder_id != row.holder_id]
    names = Names(around.offered() if not around.rota.of_units else [], on=viewer.on)
    forms: dict[str, Any] = {
        "swap": SwapForm(request.POST if do == "swap" else None, turns=turns),
        "hand_on": HandOnForm(request.POST if do == "hand_on" else None, around=around, names=names, but=row.holder_id),
        "skip": SkipForm(request.POST if do == "skip" else None),
    }
    form = forms.get(do)
    if form is not None and form.is_valid() and took(form, lambda: _changed(viewer, row, do, form.cleaned_data, keeps=keeps)):
        return redirect(page_of(row) if access.is_hers(viewer, Turn.fresh(row.pk)) or keeps else reverse("rotas:shelf"))
    context = {"turn": row, "forms": forms, "keeps": keeps, "back": page_of(row)}
    return render(request, "rotas/change.html", context, status=422 if request.method == "POST" else 200)


def _changed(viewer: Viewer, row: Turn, do: str, said: dict[str, Any], *, keeps: bool) -> None:
    by, at = viewer.person, timezone.now()
    if do == "skip":
        actions.skip(row, because=said["because"], by=by, at=at)
    elif do == "swap" and keeps:
        actions.swap(row, said["other"], by=by, at=at)
    elif do == "swap":
        asking.ask(row, other=said["other"], note=said["note"], by=by, at=at)
    elif keeps:
        actions.hand_on(row, said["to"], by=by, at=at)
    else:
        asking.ask(row, to=said["to"], note=said["note"], by=by, at=at)


@open_to()
@require_http_methods(["GET", "POST"])
def asked(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whoever is asked agrees or not; whoever asked may take it back."""
    viewer: Viewer = request.viewer
    question = access.question_to_see(viewer, pk)
    hers = access.is_hers(viewer, question)
    do = request.POST.get("do", "")
    shelf = reverse("rotas:shelf")
    by, at = viewer.person, timezone.now()
    if hers and do in ("agree", "decline"):
        words = _("Agreed. The table has changed.") if do == "agree" else _("Declined. The turn stays as it was.")
        return press(request, lambda: asking.answer(question, agreed=do == "agree", by=by, at=at), back=shelf, done=words)
    if question.by == by.pk and do == "withdraw":
        return press(request, lambda: asking.withdraw(question, by=by, at=at), back=shelf, done=_("The question is taken back."))
    context = {"question": question, "hers": hers, "mine": question.by == by.pk}
    return render(request, "rotas/asked.html", context, status=422 if request.method == "POST" else 200)
