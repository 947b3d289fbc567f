"""One kind of a page: its settings (title, circles, cadence) changed in words, and its paper as it prints."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.programme import changing, drafting, returning
from navmark.foundation.programme.blank import blank_of
from navmark.foundation.programme.choosing import usual
from navmark.foundation.programme.forms import SettingsForm
from navmark.foundation.programme.views.pages import file_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.ui.steps import step


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, pillar: str, name: str, noun: str, code: str) -> HttpResponseBase:
    page, viewer = changing.page_or_404(file_of(pillar, name)), request.viewer
    told = told_of(page, noun, code)
    if noun == drafting.PAPER:
        raise Http404  # its circles are rules of its mechanism
    told_now, first = drafting.settings_of(page, noun, code), usual(returning.in_force(viewer.on).said)
    form = SettingsForm(request.POST or None, told=told_now, usual=first)

    def act() -> None:
        drafting.put_settings(page, told, form.cleaned_data)
        why = form.cleaned_data["why"]
        changing.change(file_of(pillar, name), page, why=why, by=viewer.person, at=timezone.now(), on=viewer.on)

    title, back = _("Settings: %(title)s") % {"title": form.initial["title"]}, reverse("programme:page", args=[pillar, name])
    return step(request, form, act, field="title", title=title, back=back, button=_("Save"), done=_("Changed."))


@open_to(ADMINISTRATOR)
@require_GET
def blank(request: HttpRequest, pillar: str, name: str, noun: str, code: str) -> HttpResponseBase:
    page, on = changing.page_or_404(file_of(pillar, name)), request.viewer.on
    told_of(page, noun, code)
    fields = drafting.paper_of(page, noun, code)
    if not fields:
        raise Http404
    drawn = blank_of(page, noun, code, fields, on=on)
    return printed(printed_as(drawn, "pdf"), filename(drawn.name, "pdf"), inline=True)


def told_of(page: dict[str, Any], noun: str, code: str) -> dict[str, Any]:
    tables = page.get(noun)
    found = tables.get(code) if isinstance(tables, dict) else None
    if not isinstance(found, dict):
        raise Http404
    return found
