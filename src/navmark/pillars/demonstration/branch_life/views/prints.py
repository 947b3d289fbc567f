"""What is printed or copied: records, sign-in sheet, slips, the text for the group, 誊抄稿 and the text for 灯塔."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.queries import branch_of
from navmark.foundation.printing.fonts import stand_ins
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.proceedings.ballots import slips as slips_as_sheet
from navmark.foundation.proceedings.ballots import voting
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import access, facts, grading, kinds
from navmark.pillars.demonstration.branch_life.kinds import is_of_committee
from navmark.pillars.demonstration.branch_life.sheets import grading as grading_sheet
from navmark.pillars.demonstration.branch_life.sheets import rendering, roll, texts, titles
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord
from navmark.pillars.demonstration.branch_life.texts import cancelled_text, group_text, moved_text

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _file(body: bytes, name: str, form: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=form != "pdf", filename=name)
    return HttpResponse(body, content_type=MEDIA[form], headers={"Content-Disposition": disposition or "inline"})


def _record(request: HttpRequest, pk: UUID, position: int) -> tuple[Activity, Part, PrintedRecord]:
    activity = access.meeting(request.viewer, pk)
    part = access.part_of(activity, position)
    return activity, part, access.records_for(request.viewer, activity)[part]


@open_to()
@require_GET
def print_record(request: HttpRequest, pk: UUID, position: int, form: Form) -> HttpResponse:
    if form not in MEDIA:
        raise Http404
    activity, _part, record = _record(request, pk, position)
    body = rendering.render(record, form)
    note_in_trail("branch_life.printed", by=request.viewer.person, subject=activity, form=form)
    return _file(body, rendering.record_filename(record, form), form)


@open_to()
@require_GET
def sign_in_sheet(request: HttpRequest, pk: UUID, form: Form = "pdf") -> HttpResponse:
    """签到表 of the whole gathering, to be signed by hand."""
    activity, _part, record = _record(request, pk, 1)
    blank = facts.unsigned(record)
    body = printed_as(roll.sign_in_sheet(blank), form)
    return _file(body, filename(_("sign-in sheet"), form, on=activity.day), form)


@open_to()
@require_GET
def slips(request: HttpRequest, pk: UUID, position: int, form: Form = "pdf") -> HttpResponse:
    """Paper ballots: as many as there are people entitled to vote, none of them different from another."""
    activity, poll, entitled = _poll(request, pk, position)
    count = max(entitled, 1)
    if form == "pdf":
        body = voting.slips(poll, count=count)
    else:
        body = printed_as(slips_as_sheet.slips_sheet(poll.organisation, poll.on, voting.papers_of(poll), count=count), "docx")
    return _file(body, filename(_("ballots"), form, on=activity.day), form)


@open_to()
@require_GET
def tally(request: HttpRequest, pk: UUID, position: int, form: Form = "pdf") -> HttpResponse:
    activity, poll, _entitled = _poll(request, pk, position)
    body = printed_as(voting.tally_sheet(poll), form)
    return _file(body, filename(_("tally sheet"), form, on=activity.day), form)


def _poll(request: HttpRequest, pk: UUID, position: int) -> tuple[Activity, voting.Poll, int]:
    activity = activities.kept_by(request.viewer, access.meeting(request.viewer, pk).pk)
    part = access.part_of(activity, position)
    if deliberation_of(part.kind).sitting is None:
        raise Http404
    counted = Rolls(activity).of(part)
    items = items_of(activity).get(part.pk, ())
    elected = tuple(
        voting.Election(item.title, tuple(one.person.name for one in item.candidates.all()), item.seats)
        for item in items
        if item.is_election and item.seats
    )
    subjects = tuple(item.title for item in items if item.is_put_to_vote and not (item.is_election and item.seats))
    poll = voting.Poll(
        organisation=branch_of(activity.unit).name, occasion=titles.occasion(part.kind), on=activity.day,
        subjects=subjects or (() if elected else ("",)), entitled=counted.entitled, present=counted.entitled_present or None,
        elections=elected,
    )  # fmt: skip
    return activity, poll, counted.entitled


@open_to()
@require_GET
def grading_slips(request: HttpRequest, pk: UUID, position: int) -> HttpResponse:
    """民主评议党员测评表: one paper for each full member expected."""
    activity = activities.kept_by(request.viewer, access.meeting(request.viewer, pk).pk)
    part = access.part_of(activity, position)
    if part.kind != kinds.REVIEW:
        raise Http404
    full = grading.graded(Rolls(activity).of(part))
    branch, year = branch_of(activity.unit).name, party_year_of(activity.day)
    papers = grading_sheet.slips(branch, year, tuple(one.name for one in full), count=max(len(full), 1), on=activity.day)
    return _file(papers, filename(grading_sheet.TITLE, "pdf", on=activity.day), "pdf")


@open_to()
@require_GET
def copy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Texts to copy: for the group before the meeting; 誊抄稿 and 灯塔 after it, a part at a time. A talk goes to no group."""
    activity = access.meeting(request.viewer, pk)
    built = access.records_for(request.viewer, activity)
    boxes = [(part, texts.transcript(record), _log_text(record)) for part, record in built.items()]
    locked = record_of(activity).is_locked
    boxes = [] if activity.state == ActivityState.CANCELLED else boxes
    context = {"activity": activity, "boxes": boxes, "locked": locked, "group_text": _group_text(request, activity)}
    stood_in = stand_ins(next(iter(built.values())).faces)
    context |= {"of_committee": is_of_committee(activity), "stand_ins": "、".join(stood_in)}
    return render(request, "branch_life/copy.html", context)


def _group_text(request: HttpRequest, activity: Activity) -> str:
    """Before the meeting its notice, after a move or a cancellation what has changed. A talk goes to no group."""
    if activity.is_private or activity.state == ActivityState.HELD:
        return ""
    if activity.state == ActivityState.CANCELLED:
        return cancelled_text(activity)
    return moved_text(activity) if "moved" in request.GET else group_text(activity)


def _log_text(record: PrintedRecord) -> str:
    """Nothing for a kind that the electronic log has no type for."""
    return texts.lighthouse_text(record) if titles.lighthouse_type(record.kind) else ""
