"""The only door: who reads the plan, who keeps it, and the lines."""

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404

from navmark.foundation.almanac.arithmetic import monday_of
from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.circles.named import OFFICE_HEAD
from navmark.foundation.people.on_behalf import TYPE_FOR_OTHERS
from navmark.foundation.people.owing import OFFICES_OF_THE_SCHOOL
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.termplan.models import PlanLine
from navmark.foundation.termplan.weeks import between

READERS = INSIDERS
PLAN_KEEPERS = (*OFFICES_OF_THE_SCHOOL, OFFICE_HEAD, *TYPE_FOR_OTHERS)


def reads_plan(viewer: Viewer) -> bool:
    return viewer.has(*READERS)


def keeps_plan(viewer: Viewer) -> bool:
    return viewer.has(*PLAN_KEEPERS)


def days_of_week(viewer: Viewer, on: date) -> str:
    """11月23日—29日, for who reads the plan. No query but the viewer's own."""
    monday = monday_of(on)
    return between(monday, monday + timedelta(days=6)) if reads_plan(viewer) else ""


def line_here(pk: UUID) -> PlanLine:
    """A line of this school, or 404. Its views are open to keepers alone."""
    line = PlanLine.objects.filter(pk=pk).select_related("column", "owner").first()
    if line is None:
        raise Http404
    return line
