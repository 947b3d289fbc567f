"""The home page, and the few addresses that belong to no room."""

from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_supported_language_variant
from django.views.decorators.http import require_GET, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.proxies import encrypted_address
from navmark.foundation.tenancy.models import School
from navmark.foundation.termplan.access import days_of_week
from navmark.foundation.ui.addresses import HOME, is_own
from navmark.project.chores import keep_duties
from navmark.project.today import today_for


def home(request: HttpRequest) -> HttpResponseBase:
    """A new installation begins with its first page; a stranger logs in; everybody else sees today."""
    if request.viewer is None and not School.objects.exists():  # type: ignore[attr-defined]
        return redirect("people:first_run")
    return today(request)


@open_to()
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    viewer, on, wanted = request.viewer, timezone.localdate(), "others" in request.GET
    page = today_for(viewer, on, with_others=wanted)
    if not page.is_current:
        with suppress(DatabaseError), transaction.atomic():  # on a full disk the page still shows what there is
            keep_duties(timezone.now())
            page = today_for(viewer, on, with_others=wanted)
    return render(request, "project/today.html", {"today": page, "week_days": days_of_week(viewer, on)})


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """For monitors: the process answers and the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to the page."""
    back = request.POST.get("next", HOME)
    answer = redirect(back if is_own(back, request) else HOME)
    try:
        chosen = get_supported_language_variant(request.POST.get("language", ""))
    except (LookupError, ValueError):  # no language of ours; a code longer than any
        return answer
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=365 * 24 * 3600, samesite="Lax", httponly=True)
    return answer


def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the mark of its page (CSRF_FAILURE_VIEW), by its usual causes: the address, the browser, the time."""
    context: dict[str, str] = {}
    if address := encrypted_address(request):
        context = {"cause": "address", "encrypted_address": address}
    elif settings.CSRF_COOKIE_NAME not in request.COOKIES:
        context = {"cause": "cookies"}
    return render(request, "project/403_csrf.html", context, status=403)
