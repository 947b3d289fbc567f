"""The page behind every quiet rule link."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from navmark.foundation.statute.book import law_book
from navmark.foundation.ui.addresses import page_before


@login_required
@require_safe
def rule_page(request: HttpRequest, rule_id: str) -> HttpResponse:
    """The rule as it stands today, or on `?on=2024-05-01`; else its newest version; and every version we know."""
    versions = law_book().versions(rule_id)
    if not versions:
        raise Http404
    on = _asked_day(request.GET.get("on", ""))
    law = next((version for version in versions if version.in_force(on)), versions[-1])
    context = {"rule": law, "on": on, "in_force": law.in_force(on), "versions": versions, "back": page_before(request)}
    return render(request, "statute/rule.html", context)


def _asked_day(text: str) -> date:
    try:
        return parse_date(text) or timezone.localdate()
    except ValueError:
        return timezone.localdate()
