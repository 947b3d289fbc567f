"""The page of an occasion of any kind: its sheet and what it lacks; beside it roll, signatures, prints, files and history."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.files import places as places_of
from navmark.foundation.activities.linked import box_of
from navmark.foundation.activities.models import Activity, Attendance
from navmark.foundation.activities.occasions.forms import HeadCountForm
from navmark.foundation.activities.occasions.next_step import next_step
from navmark.foundation.activities.occasions.pieces import part_boxes
from navmark.foundation.activities.occasions.preparing import preparation
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.activities.occasions.writing import Lack, lacks
from navmark.foundation.activities.part_papers import lacking_beside
from navmark.foundation.activities.removing import removed_from
from navmark.foundation.activities.states import state_of
from navmark.foundation.activities.texts import who_comes
from navmark.foundation.activities.tidying import is_made_up, written_on
from navmark.foundation.activities.views import leave_form
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.attachments.box import FilesBox, files_box
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.models import Person
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.records.on_page import signing_of

TEMPLATE = "activities/occasion.html"


def show(
    request: HttpRequest, sight: Sight, *, template: str = TEMPLATE, counted: HeadCountForm | None = None, **more: Any
) -> HttpResponse:
    """`counted` is a count that was refused; `more` the slots of a mechanism's own template."""
    context = {**_common(sight), **_sheet(sight, counted), **_beside(sight), **more}
    return render(request, template, context, status=422 if counted is not None else 200)


def _common(sight: Sight) -> dict[str, Any]:
    activity = sight.activity
    return {
        "activity": activity, "kind": sight.kind, "record": sight.record, "keeps": sight.keeps, "writes": sight.writes,
        "begun": sight.has_begun, "is_private": activity.is_private, "state": state_of(activity, at=sight.at),
        "next": next_step(sight), "texts": sight.texts(), "audience": sight.audience(), "to_roll": not sight.kind.is_counted,
        "where": name_on(activity.unit, activity.day), **_written(activity, sight),
        **_ahead(sight),
    }  # fmt: skip


def _ahead(sight: Sight) -> dict[str, Any]:
    """Before it begins the page is its plan."""
    return {"ahead": sight.is_ahead, "prepares": preparation(sight), "who": who_comes(sight.activity)}


def _written(activity: Activity, sight: Sight) -> dict[str, Any]:
    """On which day the record was really written, and by whom where that was late; as on the print."""
    day = written_on(activity)
    made_up = is_made_up(activity.day, day, calendar=work_calendar()) if day else False
    who = sight.record.submitted_by if made_up and sight.record else None
    return {"written_on": day, "made_up": made_up, "writer": Person.objects.filter(pk=who).first() if who else None}


def _sheet(sight: Sight, counted: HeadCountForm | None) -> dict[str, Any]:
    """The broad column: the facts, the parts with their record, what is lacking, amendments."""
    activity, record = sight.activity, sight.record
    initial = {"due_count": activity.due_count, "there_count": activity.there_count}
    return {
        "parts": part_boxes(sight),
        "whole": None if sight.kind.is_counted else sight.rolls.whole(),
        "told": _told(sight),
        "roll": None if sight.kind.is_counted else _roll(sight),
        "observers": sight.observers(),
        "counted": (counted or HeadCountForm(initial=initial)) if sight.kind.is_counted else None,
        "refused": counted is not None,
        "missing": _missing(sight) if sight.writes and sight.has_begun else [],
        "findings": [(finding, sight.mended_at(finding)) for finding in sight.findings],
        "blocked": sum(finding.blocks for finding in sight.findings),
        "removed": removed_from(activity) if sight.writes else [],
        "amendments": list(record.amendments.all()) if record and record.is_locked else [],
    }


def _roll(sight: Sight) -> Any:
    """Of its only part, which knows who votes; of several the whole."""
    return sight.rolls.of(sight.parts[0]) if len(sight.parts) == 1 else sight.rolls.whole()


def _told(sight: Sight) -> list[Attendance]:
    """Why somebody is away is said in a record that is signed; of any other occasion to her, and to those who keep its roll."""
    if sight.kind.is_counted:
        return []
    all_of_it, me = sight.keeps or sight.record is not None, sight.viewer.person.pk
    return [place.row for place in sight.rolls.whole().away if place.row.reason and (all_of_it or place.person.pk == me)]


def _missing(sight: Sight) -> list[Lack]:
    """What stands between the record and its completion, each with where it is mended."""
    if sight.record is None:
        return [*lacks(sight.activity, *sight.written), *lacking_beside(sight.activity)]
    return [Lack(finding.words, sight.mended_at(finding)) for finding in sight.findings if finding.blocks]


def _beside(sight: Sight) -> dict[str, Any]:
    """The narrow column: the roll, signatures, prints, files, history."""
    activity, me = sight.activity, sight.viewer.person.pk
    places = () if sight.kind.is_counted else sight.rolls.whole().places
    return {
        "own_row": next((one.row for one in places if one.person.pk == me), None),
        "leave_form": leave_form(sight.viewer, activity) if sight.is_ahead and not sight.kind.is_counted else None,
        "prints": [] if sight.is_cancelled else sight.prints(),
        "files": _files(sight),
        "linked": box_of(sight.viewer, activity),
        "history": deeds(history_of(activity).order_by("-at")[:30]) if sight.keeps else [],
        **(signing_of(sight.record, sight.viewer, may_lock=sight.may_lock, begun=sight.has_begun) if sight.record else {}),
    }


def _files(sight: Sight) -> FilesBox:
    activity = sight.activity
    asks = sight.kind.is_data or any(part.is_joined for part in sight.parts)
    places = places_of(activity) if asks else ()
    keeps = sight.keeps and not sight.is_cancelled
    return files_box(ACTIVITY, activity.pk, keeps=keeps, closed_at=activity.closed_at, at=sight.at, places=places)
