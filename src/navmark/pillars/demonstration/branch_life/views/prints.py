"""What is printed or copied: records, sign-in sheet, grading slips, 誊抄稿 and the text for 灯塔."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.activities.models import ActivityState
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.text_views import group_box
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.queries import branch_of
from navmark.foundation.printing.fonts import stand_ins
from navmark.foundation.printing.rendering import Form
from navmark.foundation.printing.responses import printed
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import access, grading, kinds
from navmark.pillars.demonstration.branch_life.sheets import grading as grading_sheet
from navmark.pillars.demonstration.branch_life.sheets import rendering, texts


@open_to()
@require_GET
def print_record(request: HttpRequest, pk: UUID, position: int, form: Form = "pdf") -> HttpResponseBase:
    activity = access.meeting(request.viewer, pk)
    record = access.records_for(request.viewer, activity)[access.part_of(activity, position)]
    body = rendering.render(record, form)
    note_in_trail("branch_life.printed", by=request.viewer.person, subject=activity, form=form)
    return printed(body, rendering.record_filename(record, form), inline=form == "pdf")


@open_to()
@require_GET
def grading_slips(request: HttpRequest, part: UUID) -> HttpResponseBase:
    """民主评议党员测评表: one paper for each full member expected."""
    row = access.part_to_write(request.viewer, part, kinds.REVIEW)
    activity, full = row.activity, grading.graded(Rolls(row.activity).of(row))
    branch, year = branch_of(activity.unit).name, party_year_of(activity.day)
    papers = grading_sheet.slips(branch, year, tuple(one.name for one in full), count=max(len(full), 1), on=activity.day)
    return printed(papers, filename(grading_sheet.TITLE, "pdf", on=activity.day), inline=True)


@open_to()
@require_GET
def copy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Texts to copy: for the group before the meeting; 誊抄稿 and 灯塔 after it, a part at a time. A talk goes to no group."""
    activity = access.meeting(request.viewer, pk)
    built = access.records_for(request.viewer, activity)
    shown = {} if activity.state == ActivityState.CANCELLED else built
    boxes = [(part, texts.transcript(one), texts.log_text(one)) for part, one in shown.items()]
    locked = record_of(activity).is_locked
    stood_in = "、".join(stand_ins(next(iter(built.values())).faces))
    context = {"boxes": boxes, "locked": locked, "stand_ins": stood_in, **group_box(request, activity)}
    return render(request, "branch_life/copy.html", context)
