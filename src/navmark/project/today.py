"""What stands on the home page: everything that waits for this viewer, by urgency, each with one button."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.views import page_of
from navmark.foundation.cadence import queries as cadence
from navmark.foundation.cadence.access import units_for
from navmark.foundation.cadence.models import DutyState, Fulfilment
from navmark.foundation.cadence.offers import Offer
from navmark.foundation.cadence.queries import Owed, period_words, title_of
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import cards
from navmark.foundation.records.access import may_lock
from navmark.foundation.records.models import Record
from navmark.foundation.records.queries import records_of
from navmark.foundation.statute.book import RuleUnknown, rule
from navmark.project.lines import Line
from navmark.project.meetings import Meetings
from navmark.project.offers import offers_among
from navmark.project.upkeep import upkeep_for

SOON = timedelta(weeks=4)
SHOWN = 10  # lines of what was done
OPEN_RECORD = Q(state=ActivityState.HELD, closed_at__isnull=True)


@dataclass(frozen=True)
class Today:
    """`now` is what this viewer can act on, and alone is counted; `others` is what others see to."""

    answer: str
    now: list[Line]
    others: list[Line]
    coming: list[Line]
    meetings: list[Activity]
    done: list[Line]


def today_for(viewer: Viewer, on: date) -> Today:
    """The page's content for this viewer. The number of queries does not grow with the number of lines."""
    places = units_for(viewer)
    units = {unit.pk: name_on(unit, on) for unit in places}
    subjects = [viewer.person.pk, *units]
    owed = cadence.owed_by(subjects, on=on)
    done = cadence.done_recently(subjects, on=on)
    meetings = Meetings(viewer, owed, parts=[row.source_id for row in done], also=OPEN_RECORD | _ahead(on))
    offers = offers_among(meetings, viewer, owed, did={})
    waiting = _records_waiting(viewer, meetings)
    owed = [one for one in owed if offers[one.duty.pk].meeting not in waiting]
    open_now = [one for one in owed if one.is_open]
    mine = [one for one in open_now if offers[one.duty.pk].is_mine]
    late = [one for one in mine if one.state == DutyState.LATE]

    def lines(some: Iterable[Owed]) -> list[Line]:
        return [_duty_line(one, offers[one.duty.pk], units, on) for one in some]

    records = [*waiting.values(), *_waiting(viewer)]
    now = [*lines(late), *records, *lines(one for one in mine if one not in late), *upkeep_for(viewer, on)]
    return Today(
        answer=_answer(len(now), len(late)),
        now=now,
        others=lines(one for one in open_now if one not in mine),
        coming=lines(one for one in owed if not one.is_open),
        meetings=_meetings_ahead(viewer, meetings, on),
        done=_done_lines(done, meetings, units),
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


def _duty_line(one: Owed, offer: Offer, units: dict, on: date) -> Line:
    duty = one.duty
    rule_id = duty.cadence.rule_id if duty.cadence else ""
    return Line(
        what=one.title,
        state=offer.state or one.state.value,
        state_label=offer.state_label or one.state.label,
        when=duty.due_on,
        detail=" · ".join(word for word in (one.period, units.get(duty.subject_id, ""), offer.note) if word),
        rule_id=rule_id,
        citation=_citation(rule_id, on),
        button=offer.button,
        url=offer.url,
        is_post=offer.is_post,
        anchor=f"duty-{duty.pk}",
    )


def _citation(rule_id: str, on: date) -> str:
    try:
        return rule(rule_id, on=on).citation() if rule_id else ""
    except RuleUnknown:
        return ""


def _records_waiting(viewer: Viewer, meetings: Meetings) -> dict[UUID, Line]:
    """Records that this viewer can complete or lock, oldest first; what was due with them is not listed a second time."""
    held = [activity for activity in meetings.all if activity.state == ActivityState.HELD and activity.closed_at is None]
    records = records_of(held)
    return {one.pk: line for one in held if (line := _record_line(viewer, one, records[one.pk])) is not None}


def _record_line(viewer: Viewer, activity: Activity, record: Record) -> Line | None:
    where = activity.unit.name if len(viewer.branch_ids) > 1 else ""  # both of her branches have a 支委会 of this month
    frame: dict[str, Any] = {"what": activity.title, "when": activity.day, "url": page_of(activity), "detail": where}
    if record.is_submitted:
        if not may_lock(viewer, record):
            return None
        return Line(state="submitted", state_label=_("to be locked"), button=_("Check and lock"), **frame)
    if not activities.may_keep(viewer, activity) or viewer.person.pk not in (activity.recorder_id, activity.host_id):
        return None
    return Line(state="record", state_label=_("record open"), button=_("Complete the record"), **frame)


def _ahead(on: date) -> Q:
    return Q(day__range=(on, on + SOON), state=ActivityState.PLANNED)


def _meetings_ahead(viewer: Viewer, meetings: Meetings, on: date) -> list[Activity]:
    """Where the viewer is expected in the next weeks."""
    planned = [one for one in meetings.all if one.state == ActivityState.PLANNED and on <= one.day <= on + SOON]
    mine = [one for one in planned if one.roll.all() or viewer.person.pk in (one.host_id, one.recorder_id)][:20]
    for one in mine:
        one.page = page_of(one)
    return mine


def _done_lines(rows: Iterable[Fulfilment], meetings: Meetings, units: dict) -> list[Line]:
    """What was done, newest first; one kind and period is one line, whoever it was done for."""
    folded: dict[tuple, list[Fulfilment]] = {}
    for row in rows:
        folded.setdefault((row.duty.cadence_id or row.duty_id, row.duty.period_key), []).append(row)
    return [_done_line(some, meetings, units) for some in list(folded.values())[:SHOWN]]


def _done_line(rows: list[Fulfilment], meetings: Meetings, units: dict) -> Line:
    """It leads to its meeting where one meeting did it for all."""
    owners = sorted({units[row.duty.subject_id] for row in rows if row.duty.subject_id in units})
    sources = {row.source_id for row in rows}
    meeting = meetings.by_part.get(sources.pop()) if len(sources) == 1 else None
    detail = " · ".join(word for word in (period_words(rows[0].duty), "、".join(owners)) if word)
    frame: dict[str, Any] = {"button": _("Look"), "url": page_of(meeting)} if meeting else {}
    what = title_of(rows[0].duty)
    return Line(what=what, state="done", state_label=DutyState.DONE.label, when=rows[0].done_on, detail=detail, **frame)


def _waiting(viewer: Viewer) -> Iterator[Line]:
    """What waits for this viewer in the mechanisms, in their own words."""
    for card in cards():
        for one in card.waiting(viewer) if card.waiting else ():
            yield Line(one.words, DutyState.DUE.value, DutyState.DUE.label, None, button=one.button, url=one.url)
