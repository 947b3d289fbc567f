"""Every meeting there is, to be found again."""

from django.core.paginator import Paginator
from django.db.models import Max, Min
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.tidying import is_made_up, written_on
from navmark.foundation.activities.year.views import asked_year
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.printing.responses import printed
from navmark.pillars.demonstration.branch_life import kinds, overview
from navmark.pillars.demonstration.branch_life.forms.meetings import STATES, MeetingsForm

PER_PAGE = 50


@open_to()
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """What this viewer may see, the newest first; the same few queries for one and for fifty."""
    seen = activities.visible_to(request.viewer).filter(parts__kind__in=[kind.code for kind in kinds.KINDS])
    ends = seen.aggregate(first=Min("day"), last=Max("day"))
    on = request.viewer.on
    units = Unit.objects.filter(pk__in=seen.order_by().values("unit")).order_by("kind", "number", "name")
    form = MeetingsForm(request.GET, units=units, first=ends["first"] or on, last=ends["last"] or on)
    rows = seen.filter(form.rows()).distinct().select_related("unit").prefetch_related("parts").order_by("-starts_at", "-id")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    calendar = work_calendar()
    for one in page:
        one.sign = _sign(one)
        one.sign_label = STATES[one.sign][0]
        one.made_up = is_made_up(one.day, written_on(one), calendar=calendar)
    return render(request, "branch_life/meetings.html", {"form": form, "page": page, "any": bool(ends["first"])})


def _sign(activity: Activity) -> str:
    if activity.state == ActivityState.CANCELLED:
        return "cancelled"
    if activity.closed_at is not None:
        return "locked"
    if activity.completed_at is not None:
        return "submitted"
    return "planned" if activity.state == ActivityState.PLANNED else "open"


@open_to("members", "clerk", "secretary")
@require_GET
def register(request: HttpRequest) -> FileResponse:
    """会议登记 of the year as XLSX: exactly what this viewer may see."""
    asked = asked_year(request)
    rows = overview.in_register(activities.visible_to(request.viewer), asked)
    return printed(overview.register_workbook(rows, asked), filename(f"{asked}年度会议登记", "xlsx"))
