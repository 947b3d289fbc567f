"""What is taken away: the sheet for the wall and the workbook, as the whole staff may read them or as she sees the plan."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.printing.responses import printed
from navmark.foundation.termplan.access import READERS
from navmark.foundation.termplan.plan import TermPlan, plan_of
from navmark.foundation.termplan.sheet import plan_pdf, plan_workbook, title_of


@open_to(*READERS)
@require_GET
def print_plan(request: HttpRequest) -> HttpResponseBase:
    plan = _asked(request)
    return printed(plan_pdf(plan), filename(title_of(plan), "pdf"), inline=True)


@open_to(*READERS)
@require_GET
def workbook_of(request: HttpRequest) -> HttpResponseBase:
    plan = _asked(request)
    return printed(plan_workbook(plan), filename(title_of(plan), "xlsx"))


def _asked(request: HttpRequest) -> TermPlan:
    """`own`: with what she alone may read."""
    plan = plan_of(request.viewer, term=request.GET.get("term", ""))
    return plan if "own" in request.GET else plan.for_all()
