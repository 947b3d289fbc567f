"""The page of one meeting: plan, roll, record, self-check, signatures, prints. Its one red button is the next step."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import ActivityState
from navmark.foundation.activities.removing import removed_from
from navmark.foundation.activities.views import leave_form
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.attachments.box import FilesBox, files_box
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.records.forms import AmendmentForm, ReasonForm, SeparateForm
from navmark.foundation.records.signers import second_signers, who_leaves_a_second
from navmark.pillars.demonstration.branch_life import access, kinds
from navmark.pillars.demonstration.branch_life.models import Standing
from navmark.pillars.demonstration.branch_life.tidying import is_made_up, written_on
from navmark.pillars.demonstration.branch_life.views.elected import committee_step
from navmark.pillars.demonstration.branch_life.views.next_step import next_step
from navmark.pillars.demonstration.branch_life.views.part_boxes import part_boxes
from navmark.pillars.demonstration.branch_life.views.sight import Sight


@open_to()
@require_GET
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    sight = Sight(request.viewer, access.meeting(request.viewer, pk))
    common = {
        "activity": sight.activity,
        "record": sight.record,
        "keeps": sight.keeps,
        "writes": sight.writes,
        "is_talk": kinds.TALK in sight.kinds,
        "is_private": sight.activity.is_private,
        "of_committee": kinds.is_of_committee(sight.activity),
        "next": next_step(sight),
        **_written(sight),
    }
    return render(request, "branch_life/meeting.html", {**common, **_matter(sight), **_side(sight)})


def _written(sight: Sight) -> dict[str, Any]:
    """On which day the record was really written, and by whom where that was late; as on the print."""
    day = written_on(sight.activity)
    made_up = is_made_up(sight.activity.day, day, calendar=work_calendar()) if day else False
    writer = Person.objects.filter(pk=sight.record.submitted_by).first() if made_up else None
    return {"written_on": day, "made_up": made_up, "writer": writer}


def _matter(sight: Sight) -> dict[str, Any]:
    """The broad column: parts with their records, self-check, files, amendments."""
    activity, record = sight.activity, sight.record
    return {
        "parts": part_boxes(activity, sight.rolls),
        "begun": sight.has_begun,
        "own_standing": _own_standing(sight),
        "committee_step": committee_step(sight.viewer, activity) if record.is_locked else None,
        "findings": [(finding, sight.mended_at(finding)) for finding in sight.findings],
        "blocked": sum(finding.blocks for finding in sight.findings),
        "files": _files(sight),
        "removed": removed_from(activity) if sight.writes else [],
        "amendments": list(record.amendments.all()) if record.is_locked else [],
        "amendment_form": AmendmentForm(),
    }


def _side(sight: Sight) -> dict[str, Any]:
    """The narrow column: who, the roll, what may be done with the record, history."""
    activity, whole = sight.activity, sight.rolls.whole()
    return {
        "whole": whole,
        "beside": _beside(sight),
        "own_row": next((one.row for one in whole.places if one.person.pk == sight.viewer.person.pk), None),
        "leave_form": leave_form(sight.viewer, activity) if sight.is_ahead else None,
        "may_lock": sight.may_lock,
        **_second(sight),
        "reason_form": ReasonForm(),
        "separate_form": SeparateForm(initial={"number": sight.record.separate_number}),
        "history": deeds(history_of(activity)[:30]) if sight.keeps else [],
    }


def _second(sight: Sight) -> dict[str, Any]:
    """Whom the record waits for, or would: by name, before it is completed too."""
    if sight.record.is_locked or not sight.has_begun:
        return {}
    first, today = sight.viewer.person, timezone.localdate()
    seconds = second_signers(sight.record, first=first, on=today)
    instead = [] if seconds else who_leaves_a_second(sight.record, first=first, on=today)
    return {"seconds": _in_words(seconds), "instead": _in_words(instead)}


def _in_words(people: list[Person]) -> str:
    return "、".join(one.name for one in people)


def _beside(sight: Sight) -> list[str]:
    """列席: observers on the roll, whoever writes the record and is not expected, guests."""
    whole, recorder = sight.rolls.whole(), sight.activity.recorder
    seen = [place.person for place in (*whole.places, *whole.observers)]
    names = [place.person.name for place in whole.observers]
    if recorder and recorder not in seen and kinds.TALK not in sight.kinds:
        names.append(recorder.name)
    return names + [guest.name for guest in sight.activity.guests.all()]


def _own_standing(sight: Sight) -> Standing | None:
    if kinds.REVIEW not in sight.kinds:
        return None
    return Standing.objects.filter(part__activity=sight.activity, person=sight.viewer.person).first()


def _files(sight: Sight) -> FilesBox:
    activity = sight.activity
    may_add = sight.keeps and activity.state != ActivityState.CANCELLED
    return files_box(ACTIVITY, activity.pk, keeps=may_add, closed_at=activity.closed_at, at=timezone.now())
