"""The roll of an activity: marked by its recorder, or by everybody for himself. Sign-in by phone is in `sign_in_views.py`."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities import access, attendance, codes, guests, queries, removing, signing_in
from navmark.foundation.activities.forms import GuestsForm, LeaveForm, NotCountedForm, marks_from
from navmark.foundation.activities.models import Activity, Presence, Removed
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.access import open_to
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.viewer import Viewer
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
        "guests_form": guests_form(activity),
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
            signing_in.confirm(activity, by=by, at=at)
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
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: attendance.ask_leave(activity, **form.cleaned_data, by=by, at=at),
        title=_("Ask for leave"),
        button=_("Ask for leave"),
        about=activity,
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
@require_http_methods(["GET", "POST"])
def observers(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Guests from outside, and people of ours who attend without being due."""
    activity = access.kept_by(request.viewer, pk)
    form = guests_form(activity, request.POST if request.method == "POST" else None)
    by, at = request.viewer.person, timezone.now()

    def write() -> None:
        gone = guests.set_guests(activity, form.cleaned_data["guests"], by=by, at=at)
        if gone:
            tell_removed(request, gone)
        if form.cleaned_data["observers"]:
            guests.invite(activity, form.cleaned_data["observers"], by=by, at=at)

    back = reverse("activities:roll", args=[activity.pk])
    return step(request, form, write, title=_("Observers and guests"), back=back)


def guests_form(activity: Activity, posted: QueryDict | None = None) -> GuestsForm:
    there = "\n".join(f"{guest.name} {guest.organisation}".strip() for guest in activity.guests.all())
    names = Names(queries.could_observe(activity), on=activity.day)
    return GuestsForm(posted, initial={"guests": there}, names=names)


@open_to()
@require_http_methods(["GET", "POST"])
def not_counted(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave one person out of the count of this meeting, on a stated basis."""
    activity = access.kept_by(request.viewer, pk)
    counted = [place.person for place in Rolls(activity).whole().places if not place.row.not_counted]
    form = NotCountedForm(request.POST or None, names=Names(counted, on=activity.day))

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
