"""Typed in from paper: what was done of several pledges; and who took what on, for whoever keeps them."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.papers.paper_day import PaperDayForm, empty_sheets
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, batching
from navmark.foundation.pledges.about import things_of
from navmark.foundation.pledges.batching import PledgeBatch
from navmark.foundation.pledges.models import Pledge, PledgeKind, PledgeState


@open_to()
@require_http_methods(["GET", "POST"])
def words(request: HttpRequest, kind: str) -> HttpResponse:
    """A keeper for everybody, a holder for herself."""
    viewer: Viewer = request.viewer
    one = access.kind_to_read(viewer, kind)
    rows = Pledge.objects.filter(kind=one, state=PledgeState.TAKEN)
    rows = rows if access.home_of(viewer, one, *one.keepers) else rows.filter(holder=viewer.person)
    found = rows.select_related("kind", "unit", "holder", "about_unit", "about_person", "about_entry").order_by("from_day", "pk")

    def ask(day: date) -> PledgeBatch:
        return batching.words(one, found, request.POST, paper_day=day, on=viewer.on)

    def act(batch: PledgeBatch, day: date) -> int:
        return batching.write_all(batch, paper_day=day, by=viewer.person, at=timezone.now())

    return _typed_in(request, one, _("From paper: what was done of %(name)s") % {"name": one.name}, ask, act)


@open_to()
@require_http_methods(["GET", "POST"])
def taken(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.kind_to_read(viewer, kind)
    home = access.home_of(viewer, one, *one.keepers)
    if home is None:
        raise PermissionDenied

    def ask(day: date) -> PledgeBatch:
        return batching.takings(one, home, things_of(one, viewer.on), request.POST, paper_day=day, on=viewer.on)

    def act(batch: PledgeBatch, _day: date) -> int:
        return batching.take_all(batch, one, home, by=viewer.person, at=timezone.now())

    return _typed_in(request, one, _("From paper: who took on %(name)s") % {"name": one.name}, ask, act)


def _typed_in(
    request: HttpRequest, one: PledgeKind, title: str, ask: Callable[[date], PledgeBatch], act: Callable[[PledgeBatch, date], int]
) -> HttpResponse:
    form = PaperDayForm(request.POST or None, on=request.viewer.on)
    day = form.cleaned_data["paper_day"] if form.is_bound and form.is_valid() else request.viewer.on
    batch, back = ask(day), reverse("pledges:list", args=[one.code])
    if request.method == "POST" and form.is_valid() and form.has_rows(batch.typed.typed) and (count := act(batch, day)):
        said = ngettext("%(count)s row was written down from paper.", "%(count)s rows were written down from paper.", count)
        messages.success(request, said % {"count": count})
        return redirect(back)
    context = {"title": title, "where": one.name, "form": form, "batch": batch.typed, "back": back}
    context["others"] = empty_sheets("pledges", one.code)
    return render(request, "papers/typed_in.html", context, status=422 if request.method == "POST" else 200)
