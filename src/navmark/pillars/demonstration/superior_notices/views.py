"""What superiors ask for: the first page, a notice taken in, and who sees to what it asks for."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.papers.knowing import known_here
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.models import Entry
from navmark.foundation.ui.steps import step
from navmark.pillars.demonstration.superior_notices import access, actions, queries, texts_to_copy
from navmark.pillars.demonstration.superior_notices.forms import AskForm, LetterForm
from navmark.pillars.demonstration.superior_notices.reading import ProposedAsk


@open_to()
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    access.units_to_take_in_for(viewer)
    notices = queries.latest_notices(viewer)
    asked = queries.asked_by(viewer, notices)
    lines = [(notice, asked.get(notice.pk, [])) for notice in notices]
    context = {"waiting": queries.open_asks(viewer), "notices": lines, "today": viewer.on, "register": access.NOTICES}
    return render(request, "superior_notices/index.html", context)


@open_to()
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    units = access.units_to_take_in_for(viewer)
    form = LetterForm(request.POST or None, request.FILES or None, units=units, initial={"received": viewer.on})

    def act() -> Entry:
        said = form.cleaned_data
        given = actions.Given(form.unit, said["received"], said["text"], said["title"], said["file"])
        return actions.take_in(given, by=viewer.person, at=timezone.now())

    return step(
        request, form, act, title=_("Take in a notice"), back=reverse("superior_notices:index"), field="file",
        button=_("Read it"), then=lambda entry: reverse("superior_notices:asks", args=[entry.pk]),
    )  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def asks(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Proposals beside the sentences in which they were read. Nothing waits for anybody before it is confirmed here."""
    viewer: Viewer = request.viewer
    notice = access.notice_to_keep(viewer, pk)
    found = queries.understood(notice)
    there = queries.asked_by(viewer, [notice]).get(notice.pk, [])
    known = known_here(viewer.on, unit=notice.unit)
    proposed = [*_not_yet(found.asks, there), None]  # the last for what the text does not say
    data = request.POST if request.method == "POST" else None
    forms = [AskForm(data, proposed=one, number=n, known=known) for n, one in enumerate(proposed)]
    taken = [form for form in forms if form.taken]
    right = [form for form in taken if form.is_valid()]  # each is asked, so that every fault is shown at once
    if right and len(right) == len(taken):
        actions.ask(notice, _confirmed(taken), by=viewer.person, at=timezone.now())
        return redirect(request.path)
    context = {
        "notice": notice, "page": page_of(notice), "found": found, "there": there, "forms": forms,
        "wrong": [form for form in taken if form.errors], "nothing": request.method == "POST" and not taken,
        "copy": texts_to_copy.for_the_group(notice, there, found), "today": viewer.on,
    }  # fmt: skip
    return render(request, "superior_notices/asks.html", context, status=422 if request.method == "POST" else 200)


def _not_yet(proposed: Iterable[ProposedAsk], there: Iterable[queries.OpenAsk]) -> list[ProposedAsk]:
    """Without what was confirmed from the same sentence."""
    said = {one.said for one in there}
    return [one for one in proposed if one.said not in said]


def _confirmed(taken: list[AskForm]) -> list[actions.ConfirmedAsk]:
    people = {str(pk): one for pk, one in Person.objects.in_bulk({pk for form in taken for pk in form.named()}).items()}
    return [form.asked(people) for form in taken]
