"""The page of one meeting: plan, roll, record, self-check, signatures, prints. Its one red button is the next step."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.activities.views import leave_form
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.queries import branch_of, secretary_of
from navmark.foundation.people.roles import Viewer
from navmark.foundation.proceedings import access as records
from navmark.foundation.proceedings.forms import AmendmentForm, DecisionForm, ItemForm, ReasonForm, SeparateForm
from navmark.foundation.proceedings.forms_of_record import RecordForm, record_form
from navmark.foundation.proceedings.models import AgendaItem, Minutes, MinutesState, Speech
from navmark.foundation.proceedings.queries import items_of, minutes_of, secretary_last
from navmark.foundation.proceedings.selfcheck import Finding, findings
from navmark.foundation.proceedings.views import outlook_for
from navmark.foundation.records.box import FilesBox, files_box
from navmark.foundation.statute.outlook import outlook
from navmark.pillars.demonstration.branch_life import access, facts, kinds
from navmark.pillars.demonstration.branch_life.models import Standing
from navmark.pillars.demonstration.branch_life.views.committee import committee_step
from navmark.pillars.demonstration.branch_life.views.notes import NoteBox, note_box


@dataclass(frozen=True)
class SpeechBox:
    """One person's place under an item: what was said, or an empty box."""

    person: Person
    speech: Speech | None
    is_secretary: bool


@dataclass(frozen=True)
class ItemBox:
    item: AgendaItem
    form: ItemForm
    boxes: tuple[SpeechBox, ...]  # everybody who was there, the secretary last
    spoken: tuple[Speech, ...]
    decision: DecisionForm | None
    outlook: str  # for an item that asks for more than the meeting


@dataclass(frozen=True)
class PartBox:
    """One part of the gathering with everything its section of the page shows."""

    part: Part
    kind: activity_kinds.Kind
    form: RecordForm
    sequence: str
    roll: Roll
    outlook: str
    items: tuple[ItemBox, ...]
    new_item: ItemForm
    note: NoteBox | None


@dataclass(frozen=True)
class NextStep:
    """The one red button. A post is a form, anything else a link."""

    label: str | Promise
    url: str
    is_post: bool = False


@open_to()
@require_GET
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    activity = access.meeting(viewer, pk)
    minutes = minutes_of(activity)
    keeps = activities.may_keep(viewer, activity)
    rolls = Rolls(activity)
    found = findings(activity, rolls) if keeps and activity.state == ActivityState.HELD and not minutes.is_locked else []
    before = timezone.now() < activity.starts_at and activity.state == ActivityState.PLANNED
    may_lock = minutes.state == MinutesState.SUBMITTED and records.may_lock(viewer, activity, minutes)
    context = {
        "activity": activity,
        "minutes": minutes,
        "parts": _parts(activity, rolls),
        "whole": rolls.whole(),
        "guests": list(activity.guests.all()),
        "findings": found,
        "blocked": sum(finding.blocks for finding in found),
        "keeps": keeps,
        "writes": keeps and minutes.state == MinutesState.OPEN and activity.state != ActivityState.CANCELLED,
        "may_lock": may_lock,
        "own_row": next((one.row for one in rolls.whole().places if one.person.pk == viewer.person.pk), None),
        "next": _next_step(activity, minutes, rolls, found, keeps=keeps, may_lock=may_lock),
        "reason_form": ReasonForm(),
        "amendment_form": AmendmentForm(),
        "separate_form": SeparateForm(initial={"number": minutes.separate_number}),
        "amendments": list(minutes.amendments.all()) if minutes.is_locked else [],
        "history": deeds(history_of(activity)[:30]) if keeps else [],
        "begun": timezone.now() >= activity.starts_at,
        "leave_form": leave_form(viewer, activity) if before else None,
        "own_standing": Standing.objects.filter(part__activity=activity, person=viewer.person).first()
        if _is_review(activity)
        else None,
        "files": _files(activity, keeps=keeps),
        "committee_step": committee_step(viewer, activity) if minutes.is_locked else None,
        "is_talk": any(part.kind == kinds.TALK for part in activity.parts.all()),
    }
    return render(request, "branch_life/meeting.html", context)


def _files(activity: Activity, *, keeps: bool) -> FilesBox:
    may_add = keeps and activity.state != ActivityState.CANCELLED
    return files_box(ACTIVITY, activity.pk, keeps=may_add, closed_at=activity.closed_at, at=timezone.now())


def _is_review(activity: Activity) -> bool:
    return any(part.kind == kinds.REVIEW for part in activity.parts.all())


def _parts(activity: Activity, rolls: Rolls) -> list[PartBox]:
    items = items_of(activity)
    whole = rolls.whole()
    everybody = [place.person for place in (*whole.places, *whole.observers)]
    secretary = secretary_of(branch_of(activity.unit), activity.day)
    boxes = []
    for part in activity.parts.all():
        roll, form = rolls.of(part), record_form(part.kind)
        there = [place.person for place in (*roll.places, *roll.observers) if place.row.is_there]
        boxes.append(
            PartBox(
                part=part,
                kind=activity_kinds.kind(part.kind),
                form=form,
                sequence=facts.sequence_words(part),
                roll=roll,
                outlook=_outlook(form, roll, activity),
                items=tuple(_item(one, form, roll, there, everybody, secretary) for one in items.get(part.pk, ())),
                new_item=ItemForm(people=everybody, prefix=None),
                note=note_box(part, everybody),
            )
        )
    return boxes


def _outlook(form: RecordForm, roll: Roll, activity: Activity) -> str:
    if form.sitting is None or not roll.entitled or not roll.present:
        return ""
    return str(outlook(roll.entitled, roll.entitled_present, sitting=form.sitting, on=activity.day))


def _item(
    item: AgendaItem, form: RecordForm, roll: Roll, there: list[Person], everybody: list[Person], secretary: Person | None
) -> ItemBox:
    speeches = {speech.speaker_id: speech for speech in item.speeches.all()}
    heard = there or everybody
    extra = [speech.speaker for speech in speeches.values() if speech.speaker not in heard]
    ordered = sorted([*heard, *extra], key=lambda person: person == secretary)  # stable: the secretary last
    decision = DecisionForm(people=everybody, may_submit=form.may_submit_to_assembly) if form.decides else None
    initial = {"title": item.title, "reporter": item.reporter_id, "points": item.points, "stricter": item.stricter}
    return ItemBox(
        item=item,
        form=ItemForm(people=everybody, initial=initial, stricter=form.stricter),
        boxes=tuple(SpeechBox(person, speeches.get(person.pk), person == secretary) for person in ordered),
        spoken=tuple(secretary_last(list(speeches.values()), everybody, secretary)),
        decision=decision,
        outlook=outlook_for(item, roll) if item.stricter and roll.present else "",
    )


def _next_step(
    activity: Activity, minutes: Minutes, rolls: Rolls, found: list[Finding], *, keeps: bool, may_lock: bool
) -> NextStep | None:
    if activity.state == ActivityState.CANCELLED:
        return None
    if minutes.is_locked:
        return NextStep(_("Print the record"), f"{reverse('branch_life:print', args=[activity.pk, 1, 'pdf'])}")
    if may_lock:
        return NextStep(_("Lock the record"), reverse("branch_life:lock", args=[activity.pk]), is_post=True)
    if not keeps or minutes.state == MinutesState.SUBMITTED:
        return None
    if timezone.now() < activity.starts_at:
        return NextStep(_("Print the sign-in sheet"), reverse("branch_life:sign_in_sheet", args=[activity.pk]))
    if activity.state == ActivityState.PLANNED or rolls.whole().unmarked:
        return NextStep(_("Mark the roll"), reverse("activities:roll", args=[activity.pk]))
    if any(finding.blocks for finding in found):
        return NextStep(_("See what stands in the way"), "#self-check")
    return NextStep(_("Complete the record"), reverse("proceedings:submit", args=[activity.pk]), is_post=True)
