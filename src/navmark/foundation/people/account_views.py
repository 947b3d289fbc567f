"""Logging in, joining by a printed code, a new password, one's own account, and the very first page."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login as begin_session
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people import accounts, actions, devices
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import (
    COMMUNITY_CONTACT,
    FULL_MEMBERS,
    GUARDIANS_OF,
    MEMBERS,
    PUPILS_OF,
    STAFF,
    TEACHERS_OF,
)
from navmark.foundation.people.forms.accounts import CodeForm, FirstRunForm, JoinForm, LoginForm, OwnPasswordForm, PasswordPair
from navmark.foundation.people.middleware import SESSION_SCHOOL
from navmark.foundation.people.models import Account, Invitation, InvitationPurpose, SchoolAccount
from navmark.foundation.people.models.post import POST_ORDER
from navmark.foundation.people.naming import post_on
from navmark.foundation.people.proxies import encrypted_address
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import step

BACKEND = "django.contrib.auth.backends.ModelBackend"
SAY_WHO = (FULL_MEMBERS, MEMBERS, STAFF, TEACHERS_OF, PUPILS_OF, GUARDIANS_OF, COMMUNITY_CONTACT)  # on one's own account


def _end_of_session() -> Any:
    """Twelve hours after logging in, whatever was done meanwhile."""
    return timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)


class Login(LoginView):
    """Whoever left has an account that opens no school: she is told so, and not sent from page to page."""

    template_name = "people/login.html"
    authentication_form = LoginForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"encrypted_address": encrypted_address(self.request)}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.redirect_authenticated_user = request.viewer is not None  # type: ignore[attr-defined]
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        if not SchoolAccount.seats_of(form.get_user()).exists():
            form.add_error(None, _("This account opens no school any more. Ask whoever manages the accounts for a code."))
            return self.form_invalid(form)
        answer = super().form_valid(form)
        self.request.session.set_expiry(_end_of_session())
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer


def locked_out(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """What somebody sees after too many failed logins (AXES_LOCKOUT_CALLABLE): when to try again, and what to do instead."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    until = timezone.localtime() + timedelta(minutes=minutes)
    return render(request, "people/locked_out.html", {"minutes": minutes, "until": until}, status=429)


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Type the code from a printed slip."""
    form = CodeForm(request.POST or None)

    def known() -> str:
        typed = form.cleaned_data["code"]
        accounts.invitation_for(typed, at=timezone.now())
        return reverse("join", args=[typed.strip()])

    back, template = reverse("login"), "people/code.html"
    return step(request, form, known, title=_("Enter a code"), back=back, then=str, field="code", template=template)


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Choose a login name and a password, or a new password."""
    try:
        invitation = accounts.invitation_for(code, at=timezone.now())
    except Refusal as refusal:
        return render(request, "people/code.html", {"form": CodeForm(), "refused": refusal}, status=404)
    is_reset = invitation.purpose == InvitationPurpose.RESET
    form = (PasswordPair if is_reset else JoinForm)(request.POST or None)
    with within(invitation.school):
        if request.method == "POST" and (account := _joined(request, form, invitation)):
            begin_session(request, account, backend=BACKEND)
            request.session[SESSION_SCHOOL] = str(invitation.school_id)
            request.session.set_expiry(_end_of_session())
            return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "invitation": invitation, "is_reset": is_reset, "code": code}
    return render(request, "people/join.html", context, status=422 if form.errors else 200)


def _joined(request: HttpRequest, form: PasswordPair, invitation: Invitation) -> Account | None:
    """The account, or None with the refusal in the form."""
    at = timezone.now()
    try:
        if "present_account" in request.POST and request.user.is_authenticated:
            return accounts.join_with(invitation, account=request.user, at=at)
        if not form.is_valid():
            return None
        password = form.cleaned_data["password"]
        if invitation.purpose == InvitationPurpose.RESET:
            return accounts.reset_password(invitation, password=password, at=at)
        return accounts.join(invitation, login=form.cleaned_data["login"], password=password, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


@open_to()
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: who one is here, a new password, remembered phones, other schools."""
    viewer = request.viewer
    account: Account = viewer.seat.account
    form = OwnPasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        accounts.change_password(viewer.person, account, password=form.cleaned_data["password"], at=timezone.now())
        update_session_auth_hash(request, account)
        messages.success(request, _("The new password holds from now on."))
        return redirect("people:account")
    context = {
        "form": form,
        "roles": _roles(viewer),
        "posts": [post_on(post, viewer.on) for post in sorted(viewer.posts, key=lambda post: POST_ORDER[post.kind])],
        "phones": list(devices.phones_of(viewer.person, at=timezone.now())),
        "may_remember": bool(settings.PUBLIC_URL),  # else no phone can reach the sign-in
        "seats": list(SchoolAccount.seats_of(request.user)),
    }
    return render(request, "people/account.html", context, status=422 if form.errors else 200)


def _roles(viewer: Viewer) -> list[str | Promise]:
    """What she is beside her posts, which stand by themselves: circles that serve a rule or say the same again are left out."""
    hers = [code for code in SAY_WHO if code in viewer.circles]
    return [circle(code).label for code in hers if code != MEMBERS or FULL_MEMBERS not in hers]


@open_to()
@require_POST
def remember_device(request: HttpRequest) -> HttpResponse:
    """This phone signs its owner in at meetings from now on: asked for here, never by default."""
    if not settings.PUBLIC_URL:
        raise Http404
    answer = redirect("people:account")
    devices.hand_over(devices.remember(request.viewer.person, at=timezone.now()), answer)
    messages.success(request, _("This phone signs you in at meetings with one tap."))
    return answer


@open_to()
@require_POST
def forget_devices(request: HttpRequest) -> HttpResponse:
    """One of the viewer's own phones, or all of them."""
    if devices.forget(request.viewer.person, at=timezone.now(), only=request.POST.get("phone", "")):
        messages.success(request, _("Forgotten. That phone signs you in no more."))
    return redirect("people:account")


@open_to()
@require_POST
def choose_school(request: HttpRequest) -> HttpResponse:
    """Sit down in another of one's schools."""
    chosen = request.POST.get("school", "")
    if chosen not in {str(seat.school_id) for seat in SchoolAccount.seats_of(request.user)}:
        raise Http404
    request.session[SESSION_SCHOOL] = chosen
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """The first page of an empty data folder: school, branch, administrator. Gone once there is a school."""
    if School.objects.exists():
        raise Http404
    form = FirstRunForm(request.POST or None)

    def found() -> None:
        given = {key: value for key, value in form.cleaned_data.items() if key != "again"}
        founded = actions.found_school(**given, at=timezone.now(), only=True)
        with within(founded.school):
            begin_session(request, accounts.account_of(founded.administrator), backend=BACKEND)
        request.session.set_expiry(_end_of_session())

    first_steps = resolve_url(settings.LOGIN_REDIRECT_URL)
    return step(request, form, found, title=_("Which school is this?"), back=first_steps, template="people/first_run.html")
