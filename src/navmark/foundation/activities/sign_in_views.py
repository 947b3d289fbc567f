"""Sign-in by phone: a rotating code on the wall; one tap with a session or a remembered phone, else the own name is typed
and the recorder confirms it. Whoever scans is told no name: the code may have been photographed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import access, codes, signing_in
from navmark.foundation.activities.forms import OwnNameForm
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.refusals import NotExpected, SignInTooEarly
from navmark.foundation.people import devices
from navmark.foundation.people.access import open_to
from navmark.foundation.people.addresses import public_address
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person, SchoolAccount
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.qr import square
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class Phone:
    """The phone before us: its owner if it is known, and whether a session says so or only the remembered phone."""

    owner: Person | None
    has_session: bool = False


@open_to()
@require_GET
def wall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The code and the number of those signed in, for the projector. No names."""
    activity = access.kept_by(request.viewer, pk)
    if not codes.phones_can_reach_us():
        raise Http404
    request.is_bare = True
    roll = activity.roll.filter(expected=True)
    context = {
        "school": request.viewer.school,
        "activity": activity,
        "refused": _not_open(activity),
        "waits": timezone.now() < activity.starts_at,
        "code": _code(request, activity),
        "expected": roll.count(),
        "present": roll.filter(presence__in=THERE).count(),
    }
    return render(request, "activities/wall.html#code" if request.htmx else "activities/wall.html", context)


def _not_open(activity: Activity) -> str:
    """Why nobody can sign in now; the wall shows these words instead of the code."""
    try:
        signing_in.require_sign_in_open(activity, at=timezone.now())
    except SignInTooEarly:
        return _("Signing in begins at %(time)s.") % {"time": f"{timezone.localtime(activity.starts_at):%H:%M}"}
    except Refusal:
        return _("Signing in is over.")
    return ""


def _code(request: HttpRequest, activity: Activity) -> str:
    address = public_address(request, reverse("activities:arrive", args=[codes.code_for(activity.school_id, activity.pk)]))
    return square(address, soil="l", omitsize=True, svgclass="code")  # a wall is not soiled


@never_cache
@require_GET
def arrive(request: HttpRequest, code: str) -> HttpResponse:
    """What the phone's camera opens: exchange the fresh code for a ticket, which this phone keeps."""
    try:
        ticket = codes.ticket_from(code)
    except codes.CodeExpired:
        return _too_late(request)
    answer = redirect("activities:sign_in", ticket=ticket)
    answer.set_cookie(
        codes.COOKIE, ticket, max_age=codes.TICKET_SECONDS, path=devices.PATH, secure=settings.SESSION_COOKIE_SECURE,
        httponly=True, samesite="Lax",
    )  # fmt: skip
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, ticket: str) -> HttpResponse:
    """One tap, on a page without navigation: twenty-four phones ask for it in one second."""
    request.is_bare = True
    try:
        school_id, activity_id = codes.named_by(ticket)
    except codes.CodeExpired:
        return _too_late(request)
    if codes.COOKIE not in request.COOKIES:
        return _not_this_phone(request)
    if request.COOKIES[codes.COOKIE] != ticket:
        return _too_late(request)
    with within(school_id):
        phone = _phone(request, school_id)
        context = {"school": _school(request, school_id), "phone": phone}
        try:
            return (_signed if request.method == "POST" else _ask)(request, activity_id, phone, context)
        except Refusal as refusal:
            context |= {"activity": Activity.fresh(activity_id), "refused": str(refusal)}
            return render(request, "activities/signed.html", context, status=422)


def _phone(request: HttpRequest, school_id: UUID) -> Phone:
    """A session comes before a remembered phone: whoever has just logged in knows who she is."""
    viewer = request.viewer
    if viewer is not None:
        if viewer.school.pk == school_id:
            return Phone(viewer.person, has_session=True)
        seat = SchoolAccount.seats_of(request.user).filter(school=school_id).first()
        if seat is not None:
            return Phone(seat.person, has_session=True)
    token = request.COOKIES.get(devices.COOKIE)
    return Phone(devices.owner_of(token, at=timezone.now()) if token else None)


def _school(request: HttpRequest, school_id: UUID) -> School:
    viewer = request.viewer
    return viewer.school if viewer is not None and viewer.school.pk == school_id else School.objects.get(pk=school_id)


def _ask(request: HttpRequest, pk: UUID, phone: Phone, context: dict[str, Any]) -> HttpResponse:
    activity = get_object_or_404(Activity, pk=pk)
    signing_in.require_sign_in_open(activity, at=timezone.now())
    context |= {"activity": activity}
    if phone.owner is None:
        waits = activity.roll.exclude(presence__in=THERE).exists()
        return render(request, "activities/sign_in.html", context | {"form": _own_name(activity) if waits else None})
    row = activity.roll.filter(person=phone.owner).first()
    if row is None:
        raise NotExpected
    if row.is_there and not row.awaits_confirmation:
        return render(request, "activities/signed.html", context | {"person": phone.owner, "again": True})
    return render(request, "activities/sign_in.html", context)


def _signed(request: HttpRequest, pk: UUID, phone: Phone, context: dict[str, Any]) -> HttpResponse:
    person, at = phone.owner, timezone.now()
    if person is None:
        activity = get_object_or_404(Activity, pk=pk)
        form = _own_name(activity, request.POST)
        if not form.is_valid():
            return render(request, "activities/sign_in.html", context | {"activity": activity, "form": form}, status=422)
        person = form.cleaned_data["person"]
    done = signing_in.sign_in(pk, person, at=at, picked=phone.owner is None)
    remembers = phone.has_session and "remember" in request.POST
    context |= {"activity": done.activity, "person": person, "again": not done.is_first, "remembered": remembers}
    answer = render(request, "activities/signed.html", context)
    if remembers:
        devices.hand_over(devices.remember(person, at=at), answer)
    return answer


def _own_name(activity: Activity, posted: QueryDict | None = None) -> OwnNameForm:
    return OwnNameForm(posted, names=Names(Person.objects.filter(pk__in=activity.roll.values("person")), on=activity.day))


def _too_late(request: HttpRequest) -> HttpResponse:
    request.is_bare = True
    words = _("This code is no longer valid. Scan the code on the wall again, or sign the paper sheet.")
    return render(request, "activities/signed.html", {"refused": words}, status=410)


def _not_this_phone(request: HttpRequest) -> HttpResponse:
    """Sent on by somebody, or scanned by a phone whose browser keeps no cookies: we cannot tell which."""
    words = _(
        "This page opens only on the phone that scanned the code, in a browser that keeps cookies. Scan the code on the wall. "
        "If you then come back here, leave private browsing or use another browser, or sign the paper sheet."
    )
    return render(request, "activities/signed.html", {"refused": words}, status=410)
