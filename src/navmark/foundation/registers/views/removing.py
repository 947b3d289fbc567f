"""移除: an entry is taken out for a reason; what was taken out of a register stands on a page of its keepers, and comes back."""

from functools import partial
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, actions
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.forms import RemoveForm
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.queries import taken_out
from navmark.foundation.ui.steps import press, step


@open_to()
@behind_purpose
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.entry_to_keep(viewer, pk)
    form = RemoveForm(request.POST or None)
    lead = _("It stands in no list, no table and no count then, and asks nobody. For thirty days it can be brought back.")
    return step(
        request, form, lambda: actions.remove(row, why=form.cleaned_data["why"], by=viewer.person, at=timezone.now()),
        title=_("Remove this entry"), back=page_of(row), about=row.title, lead=lead, button=_("Remove it"), danger=True,
        done=_("The entry is removed. It can be brought back from here."),
        then=reverse("registers:removed", args=[row.register.code]),
    )  # fmt: skip


@open_to()
@require_GET
def removed(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    if not access.keeps_some(viewer, one):
        raise PermissionDenied
    return render(request, "registers/removed.html", {"register": one, "removed": taken_out(access.removed_from(viewer, one))})


@open_to()
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.entry_to_bring_back(request.viewer, pk)
    act = partial(actions.bring_back, row, by=request.viewer.person, at=timezone.now())
    back = reverse("registers:removed", args=[row.register.code])
    return press(request, act, back=back, done=_("The entry stands again."), then=page_of(row))
