"""The public page of an entry: approved by a keeper, read by whoever scans its code, taken back at once."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from navmark.foundation.attachments.responses import shown
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, actions
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.forms import PublishForm
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.public import approvable, page_at, picture_at, pupils_named
from navmark.foundation.ui.steps import press, step


@open_to()
@behind_purpose
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shows word for word what becomes public; a name that a pupil bears is asked about."""
    viewer: Viewer = request.viewer
    row = access.entry_to_keep(viewer, pk)
    if not row.register.public:
        raise Http404
    said = approvable(row)
    words = "\n".join([row.title, *(told for _key, _label, told in said.words)])
    form = PublishForm(
        request.POST if request.method == "POST" else None, named=pupils_named(words, on=viewer.on), pictured=bool(said.pictures)
    )
    return step(
        request, form, partial(actions.publish, row, by=viewer.person, at=timezone.now()), title=_("Make it public"),
        template="registers/publish.html", back=page_of(row), about=row.title, button=_("Make it public"), said=said.words,
        pictures=[pk for _key, pk in said.pictures],
        done=_("It is public. Print its label."),
    )  # fmt: skip


@open_to()
@behind_purpose
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.entry_to_keep(request.viewer, pk)
    act = partial(actions.withdraw, row, by=request.viewer.person, at=timezone.now())
    return press(request, act, back=page_of(row), done=_("It is public no more."))


@require_safe
@cache_control(no_cache=True, private=True)
def public(request: HttpRequest, token: str) -> HttpResponse:
    """One query, for whoever stands before the wall. No browser keeps it without asking: taken back, it is gone at once."""
    request.is_bare = True
    page = page_at(token)
    context = {"page": page, "school": page.school if page else None}
    answer = render(request, "registers/public.html", context, status=200 if page else 404)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_safe
def public_picture(request: HttpRequest, token: str, pk: UUID) -> HttpResponseBase:
    """Of a page that is open; taken back with it."""
    picture = picture_at(token, pk)
    if picture is None:
        raise Http404
    answer = shown(picture)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
