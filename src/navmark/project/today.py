"""What stands on the home page: everything that waits for this viewer, by urgency, each with one button."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.views import page_of
from navmark.foundation.cadence import queries as cadence
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import Owed, period_words, title_of
from navmark.foundation.people.models import Unit
from navmark.foundation.people.roles import Role, Viewer
from navmark.foundation.proceedings.access import may_lock
from navmark.foundation.proceedings.models import Minutes, MinutesState
from navmark.foundation.proceedings.queries import meetings_behind
from navmark.foundation.programme.cards import card_for_kind
from navmark.foundation.statute.book import RuleUnknown, rule
from navmark.foundation.ui.dates import cn_datetime

SOON = timedelta(weeks=4)


@dataclass(frozen=True)
class Line:
    """One line of the page: what, whose, when, by which rule, and the one button."""

    what: str
    state: str
    state_label: str | Promise
    when: date | None
    detail: str = ""
    rule_id: str = ""
    citation: str = ""
    button: str = ""
    url: str = ""
    is_post: bool = False


@dataclass(frozen=True)
class Today:
    answer: str
    now: list[Line]
    coming: list[Line]
    meetings: list[Activity]
    done: list[Line]


def today_for(viewer: Viewer, on: date) -> Today:
    """The page's content for this viewer. The number of queries does not grow with the number of lines."""
    owed = cadence.owed_by(subjects_for(viewer), on=on)
    planned = _planned(viewer, owed)
    units = {unit.pk: unit.name for unit in Unit.objects.on(on).filter(kind__in=("branch", "party_group"))}
    waiting = _records_waiting(viewer)
    records = list(waiting.values())
    behind = meetings_behind(one.duty.source_id for one in owed if one.duty.source_kind == "follow_up")
    lines = [(one, _duty_line(one, viewer, units, planned, behind)) for one in owed if _activity_of(one, planned) not in waiting]
    now = [line for one, line in lines if one.is_open]
    meetings = _meetings_ahead(viewer, on)
    return Today(
        answer=_answer(len(now) + len(records), sum(one.state == DutyState.LATE for one in owed)),
        now=[line for line in now if line.state == DutyState.LATE]
        + records
        + [line for line in now if line.state != DutyState.LATE],
        coming=[line for one, line in lines if not one.is_open],
        meetings=meetings,
        done=[_done_line(one, units) for one in cadence.done_recently(subjects_for(viewer), on=on)],
    )


def _answer(waiting: int, late: int) -> str:
    if not waiting:
        return _("Nothing waits for you.")
    words = ngettext("%(count)s thing to do", "%(count)s things to do", waiting) % {"count": waiting}
    if not late:
        return words
    return (
        words + _(", ") + ngettext("%(count)s of them past its day", "%(count)s of them past their day", late) % {"count": late}
    )


def _duty_line(one: Owed, viewer: Viewer, units: dict, planned: dict[tuple, Activity], behind: dict[UUID, str]) -> Line:
    duty = one.duty
    activity = _activity_of(one, planned)
    button, url, is_post = _button(duty, viewer, activity, is_open=one.is_open)
    owner = units.get(duty.subject_id, "") if duty.subject_kind == "unit" else ""
    arranged = _("arranged for %(day)s") % {"day": cn_datetime(activity.starts_at)} if activity else ""
    asked = behind.get(duty.source_id) if duty.source_id else None
    origin = _("asked for by %(meeting)s") % {"meeting": asked} if asked else ""
    rule_id = duty.cadence.rule_id if duty.cadence else ""
    return Line(
        what=title_of(duty),
        state=one.state.value,
        state_label=one.state.label,
        when=duty.due_on,
        detail=" · ".join(word for word in (period_words(duty), owner, arranged, origin) if word),
        rule_id=rule_id,
        citation=_citation(rule_id, viewer.on),
        button=button,
        url=url,
        is_post=is_post,
    )


def _activity_of(one: Owed, planned: dict[tuple, Activity]) -> Activity | None:
    return next((found for key, found in planned.items() if _plans(key, one.duty)), None)


def _citation(rule_id: str, on: date) -> str:
    try:
        return rule(rule_id, on=on).citation() if rule_id else ""
    except RuleUnknown:
        return ""


def _button(duty: Duty, viewer: Viewer, activity: Activity | None, *, is_open: bool) -> tuple[str, str, bool]:
    """The one thing to do about this duty: see what is arranged, arrange it, or say that it is done."""
    if activity is not None:
        return _("Open"), page_of(activity), False
    if duty.cadence is None:
        return (_("Done"), _done_at(duty), True) if is_open else ("", "", False)
    card = card_for_kind(duty.cadence.activity_kind)
    kind = activity_kinds.kind(duty.cadence.activity_kind)
    may = activities.may_plan(viewer, kind.unit_kind) or duty.subject_kind == "person"
    if card is None or not card.plan_page or not may:
        return "", "", False
    return _("Arrange"), reverse(card.plan_page, args=[duty.pk]), False


def _done_at(duty: Duty) -> str:
    """Where a task is reported as done: in its record if a meeting asked for it, else the next agenda brings it back."""
    if duty.source_kind == "follow_up":
        return reverse("proceedings:task_finish", args=[duty.source_id])
    return reverse("cadence:complete", args=[duty.pk])


def _plans(key: tuple, duty: Duty) -> bool:
    kind, unit_id, day = key
    if duty.cadence is None or kind != duty.cadence.activity_kind or unit_id != duty.subject_id:
        return False
    return duty.opens_on <= day and (duty.due_on is None or day <= duty.due_on)


def _planned(viewer: Viewer, owed: Iterable[Owed]) -> dict[tuple, Activity]:
    """(kind, unit, day) -> what is arranged or held already for the duties still open; two queries."""
    days = [one.duty.opens_on for one in owed if one.duty.cadence]
    if not days:
        return {}
    rows = Part.objects.filter(activity__day__gte=min(days)).exclude(activity__state=ActivityState.CANCELLED)
    rows = rows.filter(activity__in=activities.visible_to(viewer)).select_related("activity").prefetch_related("activity__parts")
    return {(part.kind, part.activity.unit_id, part.activity.day): part.activity for part in rows}


def _records_waiting(viewer: Viewer) -> dict[Activity, Line]:
    """Records that this viewer can complete or lock, oldest first; what was due with them is not listed a second time."""
    held = activities.visible_to(viewer).filter(state=ActivityState.HELD, closed_at__isnull=True).order_by("starts_at")
    held = held.select_related("unit").prefetch_related("minutes", "parts")
    return {activity: line for activity in held if (line := _record_line(viewer, activity)) is not None}


def _record_line(viewer: Viewer, activity: Activity) -> Line | None:
    minutes = next(iter(activity.minutes.all()), None) or Minutes(activity=activity)
    frame: dict[str, Any] = {"what": activity.title, "when": activity.day, "url": page_of(activity)}
    if minutes.state == MinutesState.SUBMITTED:
        if not may_lock(viewer, activity, minutes):
            return None
        return Line(state="submitted", state_label=_("to be locked"), button=_("Check and lock"), **frame)
    if not activities.may_keep(viewer, activity) or viewer.person.pk not in (activity.recorder_id, activity.host_id):
        return None
    return Line(state="record", state_label=_("record open"), button=_("Complete the record"), **frame)


def _meetings_ahead(viewer: Viewer, on: date) -> list[Activity]:
    """Where the viewer is expected in the next weeks."""
    mine = Q(roll__person=viewer.person) | Q(host=viewer.person) | Q(recorder=viewer.person)
    rows = Activity.objects.filter(mine, day__gte=on, day__lte=on + SOON, state=ActivityState.PLANNED).distinct()
    rows = list(rows.select_related("unit").prefetch_related("parts").order_by("starts_at")[:20])
    for row in rows:
        row.page = page_of(row)
    return rows


def _done_line(one: Any, units: dict) -> Line:
    duty = one.duty
    owner = units.get(duty.subject_id, "") if duty.subject_kind == "unit" else ""
    detail = " · ".join(word for word in (period_words(duty), owner) if word)
    return Line(what=title_of(duty), state="done", state_label=DutyState.DONE.label, when=one.done_on, detail=detail)


def is_fresh(viewer: Viewer) -> bool:
    """Whether there is nobody to meet yet: the page then leads to the imports."""
    return viewer.has(Role.ADMINISTRATOR, Role.CLERK, Role.SECRETARY) and not Activity.objects.exists()
