"""What is one's own: one's attendance, and one's calendar."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import access, feed, queries
from navmark.foundation.activities.pages import page_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.addresses import opens_here_only, public_address
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.dates import year_in


@open_to()
@require_GET
def own_attendance(request: HttpRequest) -> HttpResponse:
    """One's own roll of the year; nobody else's. It leads to what one may read: a guardian on a visit's roll does not."""
    today = timezone.localdate()
    year = year_in(request.GET.get("year", ""), otherwise=today.year)
    first, last = today.replace(year=year, month=1, day=1), today.replace(year=year, month=12, day=31)
    rows = queries.attendance_of(request.viewer.person, first, last)
    read = set(access.visible_to(request.viewer).filter(pk__in=[row.activity_id for row in rows]).values_list("pk", flat=True))
    for row in rows:
        row.page = page_of(row.activity) if row.activity_id in read else ""
    since = request.viewer.school.in_use_since.year
    context = {"rows": rows, "year": year, "years": range(since, today.year + 1), "today": today}
    return render(request, "activities/own_attendance.html", context)


@open_to()
@require_http_methods(["GET", "POST"])
def feed_address(request: HttpRequest) -> HttpResponse:
    """The secret address of one's own calendar; a POST makes a new one and ends the old one."""
    person, now = request.viewer.person, timezone.now()
    if request.method == "POST":
        feed.renew_key(person, at=now)
        return redirect("activities:feed_address")
    address = public_address(request, reverse("activities:feed", args=[feed.key_for(person, at=now).token]))
    return render(request, "activities/feed_address.html", {"address": address, "here_only": opens_here_only(address)})


@require_GET
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The feed itself: whoever has the address sees what its owner is expected at, and nothing else."""
    key = feed.key_by_token(token)
    if key is None:
        raise Http404
    with within(key.school):
        body = feed.calendar(key.person, name=key.school.name, at=timezone.now())
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")
