"""The roll of an activity: marked by its recorder, or by everybody for himself. Sign-in by phone is in `sign_in_views.py`."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.activities import access, attendance, codes, feed, queries, removing
from navmark.foundation.activities.forms import GuestsForm, LeaveForm, NotCountedForm, marks_from
from navmark.foundation.activities.models import Activity, Presence, Removed
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.access import open_to
from navmark.foundation.people.addresses import opens_here_only, public_address
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.dates import year_in
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import press, step
from navmark.foundation.ui.undo import tell_with_undo


@open_to()
@require_http_methods(["GET", "POST"])
def roll(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mark the roll. What is posted is the whole sheet; only what differs is written."""
    activity = access.kept_by(request.viewer, pk)
    refused = _write_roll(request, activity) if request.method == "POST" else None
    if request.method == "POST" and refused is None:
        return redirect(page_of(activity))
    rolls = Rolls(activity)
    guests = "\n".join(f"{guest.name} {guest.organisation}".strip() for guest in activity.guests.all())
    whole = rolls.whole()
    context = {
        "activity": activity,
        "page": page_of(activity),
        "whole": whole,
        "picked": any(place.row.awaits_confirmation for place in (*whole.places, *whole.observers)),
        "choices": [choice for choice in Presence.choices if choice[0]],
        "refused": refused,
        "marked": any(one.row.is_there for one in (*whole.places, *whole.observers)),
        "begun": timezone.now() >= activity.starts_at,
        "phones": codes.phones_can_reach_us() and activity.closed_at is None,
        "guests_form": GuestsForm(initial={"guests": guests}, others=queries.could_observe(activity)),
    }
    return render(request, "activities/roll.html", context, status=422 if refused else 200)


@open_to()
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """撤销到会登记: it was not held after all, or the roll was another meeting's."""
    activity = access.kept_by(request.viewer, pk)
    by, at = request.viewer.person, timezone.now()
    return press(
        request,
        lambda: attendance.take_marks_back(activity, by=by, at=at),
        done=lambda count: ngettext("%(count)s mark is taken back.", "%(count)s marks are taken back.", count) % {"count": count},
        back=reverse("activities:roll", args=[activity.pk]),
    )


def _write_roll(request: HttpRequest, activity: Activity) -> str | None:
    """Write the posted sheet; what was refused, in words, else None."""
    by, at = request.viewer.person, timezone.now()
    marks = marks_from(request.POST, list(activity.roll.select_related("person")))
    try:
        if marks:
            attendance.mark(activity, marks, by=by, at=at)
        if "all_others" in request.POST:
            count = attendance.all_others_present(activity, by=by, at=at)
            words = ngettext("%(count)s other person is marked present.", "%(count)s others are marked present.", count)
            messages.success(request, words % {"count": count})
        if "confirm" in request.POST:
            attendance.confirm(activity, by=by, at=at)
    except Refusal as refusal:
        return str(refusal)
    return None


def leave_form(viewer: Viewer, activity: Activity, posted: QueryDict | None = None) -> LeaveForm:
    places = activity.roll.select_related("person").order_by("person__sort_key")
    return LeaveForm(posted, viewer=viewer, places=places, may_type=access.may_take_leave_for_others(viewer, activity))


@open_to()
@require_POST
def ask_leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    activity = access.activity_for(request.viewer, pk)
    form = leave_form(request.viewer, activity, request.POST)
    if not form.is_valid():
        messages.error(request, _("Say whose leave it is, and why."))
        return redirect(page_of(activity))
    by, at = request.viewer.person, timezone.now()
    return press(
        request,
        lambda: attendance.ask_leave(activity, **form.cleaned_data, by=by, at=at),
        done=_("The leave is on the roll."),
        back=page_of(activity),
    )


@open_to()
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo a removal."""
    row = access.removed_by(request.viewer, pk)
    by, at = request.viewer.person, timezone.now()
    return press(
        request,
        lambda: removing.bring_back(row, by=by, at=at),
        done=_("It stands there again: %(what)s") % {"what": row.what},
        back=page_of(row.activity),
    )


def tell_removed(request: HttpRequest, row: Removed) -> None:
    """Say what was removed, with the way back."""
    tell_with_undo(request, _("Removed: %(what)s") % {"what": row.what}, url=reverse("activities:bring_back", args=[row.pk]))


@open_to()
@require_POST
def guests(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Guests from outside, and people of ours who attend without being due."""
    activity = access.kept_by(request.viewer, pk)
    form = GuestsForm(request.POST, others=queries.could_observe(activity))
    if not form.is_valid():
        raise Http404  # only a made-up address gets here: every name that is offered can be chosen
    by, at = request.viewer.person, timezone.now()

    def write() -> None:
        gone = attendance.set_guests(activity, form.cleaned_data["guests"], by=by, at=at)
        if gone:
            tell_removed(request, gone)
        if form.cleaned_data.get("observers"):
            attendance.invite(activity, list(form.cleaned_data["observers"]), by=by, at=at)

    return press(request, write, back=reverse("activities:roll", args=[activity.pk]))


@open_to()
@require_http_methods(["GET", "POST"])
def not_counted(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave one person out of the count of this meeting, on a stated basis."""
    activity = access.kept_by(request.viewer, pk)
    counted = [place.person for place in Rolls(activity).whole().places if not place.row.not_counted]
    form = NotCountedForm(request.POST or None, people=counted)

    def leave_out() -> None:
        who, basis = form.cleaned_data["person"], form.cleaned_data["basis"]
        attendance.leave_out_of_count(activity, who, basis=basis, by=request.viewer.person, at=timezone.now())

    return step(
        request,
        form,
        leave_out,
        title=_("Who is not counted among those due?"),
        button=_("Leave out of the count"),
        field="basis",
        back=reverse("activities:roll", args=[activity.pk]),
        template="activities/not_counted.html",
    )


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
    context = {"rows": rows, "year": year, "years": range(request.viewer.school.in_use_since.year, today.year + 1)}
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
