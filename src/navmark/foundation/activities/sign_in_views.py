"""Sign-in by phone: a rotating code on the wall, one tap with a session, else the own name is picked and confirmed later."""

from uuid import UUID

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import access, attendance, codes
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.people.access import open_to, person_here
from navmark.foundation.people.models import Person, SchoolAccount
from navmark.foundation.tenancy.scope import within


@open_to()
@require_GET
def wall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The code and the number of those signed in, for the projector. No names."""
    activity = access.kept_by(request.viewer, pk)
    if not codes.phones_can_reach_us():
        raise Http404
    address = request.build_absolute_uri(reverse("activities:arrive", args=[codes.code_for(activity.school_id, activity.pk)]))
    context = {
        "activity": activity,
        "code": segno.make(address, error="m").svg_inline(scale=8, omitsize=True, svgclass="code"),
        "expected": activity.roll.filter(expected=True).count(),
        "present": activity.roll.filter(presence__in=THERE).count(),
    }
    template = "activities/wall.html#code" if request.htmx else "activities/wall.html"
    return render(request, template, context)


@require_GET
def arrive(request: HttpRequest, code: str) -> HttpResponse:
    """What the phone's camera opens: exchange the fresh code for a ticket."""
    try:
        return redirect("activities:sign_in", ticket=codes.ticket_from(code))
    except codes.CodeExpired:
        return _too_late(request)


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, ticket: str) -> HttpResponse:
    """One tap, on a page without navigation: twenty-four phones ask for it in one second."""
    request.is_bare = True
    try:
        school_id, activity_id = codes.named_by(ticket)
    except codes.CodeExpired:
        return _too_late(request)
    with within(school_id):
        activity = get_object_or_404(Activity, pk=activity_id)
        me = _own_person(request, school_id)
        if request.method == "POST":
            return _signed(request, activity, me)
        waiting = activity.roll.filter(presence=Presence.UNKNOWN).select_related("person").order_by("person__sort_key")
        context = {"activity": activity, "me": me, "waiting": [] if me else list(waiting)}
        return render(request, "activities/sign_in.html", context)


def _own_person(request: HttpRequest, school_id: UUID) -> Person | None:
    viewer = request.viewer
    if viewer is None:
        return None
    if viewer.school.pk == school_id:
        return viewer.person
    seat = SchoolAccount.seats_of(request.user).filter(school=school_id).first()
    return seat.person if seat else None


def _signed(request: HttpRequest, activity: Activity, me: Person | None) -> HttpResponse:
    try:
        person = me or person_here(UUID(request.POST.get("person", "")))
    except ValueError:
        raise Http404 from None
    try:
        attendance.sign_in(activity, person, at=timezone.now(), picked=me is None)
    except Refusal as refusal:
        return render(request, "activities/signed.html", {"activity": activity, "refused": str(refusal)}, status=422)
    return render(request, "activities/signed.html", {"activity": activity, "person": person, "picked": me is None})


def _too_late(request: HttpRequest) -> HttpResponse:
    words = _("This code is no longer valid. Scan the code on the wall again, or sign the paper sheet.")
    return render(request, "activities/signed.html", {"refused": words}, status=410)
