"""Two pages for the clerk. Who may open them is decided where they are hung up: this room knows no roles.

Each takes the id of the person acting: `path("settings/terms/", clerk_only(lambda request: terms(request, by=...)))`.
"""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.almanac import statutory
from navmark.foundation.almanac.actions import TermRefused, import_notice, set_term
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.forms import NoticeForm, TermForm
from navmark.foundation.almanac.holidays import YearNotice
from navmark.foundation.almanac.models import HolidayNotice
from navmark.foundation.almanac.notice_text import UnreadableNotice
from navmark.foundation.almanac.periods import school_year
from navmark.foundation.almanac.queries import school_calendar, work_calendar
from navmark.foundation.almanac.terms import TermDates


@require_http_methods(["GET", "POST"])
def terms(request: HttpRequest, *, by: UUID, year: int | None = None, holidays_at: str = "") -> HttpResponse:
    """The two terms of one school year; the current one unless `year` says otherwise. `holidays_at` leads to the other page."""
    year = year or school_year_of(timezone.localdate())
    known = school_calendar().terms_of(year)
    forms = [TermForm.for_term(term, request.POST or None) for term in known]
    filled_in = [form.is_valid() for form in forms]  # each, so that every form shows its errors
    if request.method == "POST" and all(filled_in) and _save(known, forms, by):
        messages.success(request, _("The dates are kept."))
        return redirect(request.get_full_path())
    page = {"school_year": school_year(year), "terms": list(zip(known, forms, strict=True)), "holidays_at": holidays_at}
    return render(request, "almanac/terms.html", page, status=422 if any(form.errors for form in forms) else 200)


def _save(known: Sequence[TermDates], forms: Sequence[TermForm], by: UUID) -> bool:
    """Both terms or neither; a refusal stands at the form it belongs to."""
    at = timezone.now()
    try:
        with transaction.atomic():
            for term, form in zip(known, forms, strict=True):
                current = form
                set_term(term.year, term.number, **form.cleaned_data, by=by, at=at)
    except TermRefused as refused:
        current.add_error(None, str(refused))
        return False
    return True


@require_http_methods(["GET", "POST"])
def holidays(request: HttpRequest, *, by: UUID, terms_at: str = "") -> HttpResponse:
    """Paste the yearly notice; below, what was understood of each. `terms_at` leads back to the other page."""
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = import_notice(form.cleaned_data["text"], by=by, at=timezone.now())
        except UnreadableNotice as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, _("The notice for %(year)s is kept; please compare the days below.") % {"year": row.year})
            return redirect(request.get_full_path())
    known = [row.notice for row in HolidayNotice.objects.order_by("-year")]
    page = {"form": form, "notices": known, "unannounced": _unannounced(timezone.localdate().year + 1), "terms_at": terms_at}
    return render(request, "almanac/holidays.html", page, status=422 if form.errors else 200)


def _unannounced(year: int) -> YearNotice | None:
    """The days that hold for a year until its notice is pasted; None when it is known."""
    return None if year in work_calendar().notices else YearNotice(year, dict(sorted(statutory.days_off(year).items())), {})
