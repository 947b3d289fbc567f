"""Codes for logging in: whom to print one for, and the second person's word where the code is the secretary's."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.people import accounts, resets
from navmark.foundation.people.access import MANAGERS, open_to
from navmark.foundation.people.listing import EVERYBODY, adults
from navmark.foundation.people.models import Person
from navmark.foundation.people.slips import WITHOUT, groups_for, people_to_invite, slips_for

AT_FIRST = 50  # rows that stand before one types a name or asks for all; no pages, since ticks would be lost between them


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """Choose people; then one printed page of slips. The codes are shown this once: a new page means new codes."""
    if request.method == "POST":
        ticked = set(request.POST.getlist("person"))
        chosen = [person for person in adults(request.viewer.on).order_by("sort_key") if str(person.pk) in ticked]
        slips = slips_for(request, chosen, by=request.viewer.person, at=timezone.now())
        if slips:
            return render(request, "people/slips.html", {"slips": slips})
        messages.error(request, _("Choose at least one person."))
    who = request.GET.get("who", EVERYBODY)
    groups = groups_for(request.viewer)
    if who not in groups:
        raise Http404
    lines, wanted = people_to_invite(request.viewer, who), request.GET.get("choose")
    chosen = [line.pk for line in lines if not line.has_account and wanted in (WITHOUT, str(line.pk))]  # type: ignore[attr-defined]
    if wanted != WITHOUT:
        lines.sort(key=lambda line: line.pk not in chosen)  # the one who was just added stands first
    context = {"groups": groups, "who": who, "chosen": chosen, "lines": lines, "first": AT_FIRST}
    return render(request, "people/codes.html", context, status=422 if request.method == "POST" else 200)


@open_to()
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The second person has asked the secretary and says yes, or no. Everybody else gets 404, as does a code that is over."""
    viewer, at = request.viewer, timezone.now()
    invitation = accounts.open_codes(at=at).filter(pk=pk).select_related("person").first()
    if invitation is None or not resets.waits(invitation, on=viewer.on):
        raise Http404
    if not resets.confirmers(invitation, on=viewer.on).filter(pk=viewer.person.pk).exists():
        raise Http404
    if request.method == "POST":
        if request.POST.get("answer") == "yes":
            accounts.confirm_code(invitation, by=viewer.person, at=at)
            messages.success(request, _("Confirmed. The code works now."))
        else:
            accounts.refuse_code(invitation, by=viewer.person, at=at)
            messages.success(request, _("The code is void."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    maker = Person.objects.filter(pk=invitation.made_by).first()
    return render(request, "people/confirm_code.html", {"invitation": invitation, "maker": maker})
