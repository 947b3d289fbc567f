"""The plan of a term, and one of its weeks with the text for the group."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to
from navmark.foundation.termplan.access import READERS
from navmark.foundation.termplan.plan import NOW, plan_of
from navmark.foundation.termplan.texts import text_of


@open_to(*READERS)
@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """From this week on; `all`: the whole term, as of another term too."""
    shown = plan_of(request.viewer, term=request.GET.get("term", ""))
    is_whole = "all" in request.GET or not any(row.is_now for row in shown.rows)
    before, after = shown.neighbours
    context: dict[str, Any] = {
        "plan": shown, "is_whole": is_whole, "rows": [row for row in shown.rows if is_whole or not row.is_past],
        "before": before.period, "after": after.period,
    }  # fmt: skip
    return render(request, "termplan/plan.html", context)


@open_to(*READERS)
@require_GET
def week(request: HttpRequest, week: str) -> HttpResponse:
    """A week as a list; `now` is that of today. Today opens it in place."""
    shown = plan_of(request.viewer, term=week.rpartition("-W")[0], week=week)
    places = [one.key for one in shown.weeks]
    wanted = shown.week_now.key if week == NOW else week
    if wanted not in places:
        raise Http404
    here = places.index(wanted)
    row = shown.rows[here]
    context: dict[str, Any] = {
        "plan": shown, "row": row, "before": shown.weeks[here - 1] if here else None,
        "after": shown.weeks[here + 1] if here + 1 < len(places) else None,
        "text": text_of(shown, shown.weeks[here]),
    }  # fmt: skip
    return render(request, "termplan/week.html", context)
