"""The one button of each duty: see what is arranged or did it, arrange it, or say that it is done."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.views import page_of
from navmark.foundation.cadence.models import Duty, DutyState, Fulfilment
from navmark.foundation.cadence.offers import Offer
from navmark.foundation.cadence.queries import SETTLED, Owed
from navmark.foundation.people.circles.named import CLERK, SECRETARY
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import card_for_kind
from navmark.foundation.ui.dates import cn_date, cn_datetime
from navmark.project.meetings import Meetings

Asked = dict[UUID | None, tuple[str, str]]  # follow-up -> title and page of the meeting that asked for it
Planned = dict[tuple, Activity]  # (kind, unit, day) -> meeting


def offers_for(viewer: Viewer, owed: Sequence[Owed]) -> dict[UUID, Offer]:
    """Duty -> what this viewer can do about it; at most five queries, however many duties."""
    did = _parts_that_did(owed)
    return offers_among(Meetings(viewer, owed, parts=did.values()), viewer, owed, did)


def offers_among(meetings: Meetings, viewer: Viewer, owed: Sequence[Owed], did: Mapping[UUID, UUID]) -> dict[UUID, Offer]:
    """The same where the meetings are fetched already; `did`: duty -> the part that fulfilled it. No query."""
    planned, asked = _planned(meetings), _asked(meetings)
    return {one.duty.pk: _offer(one, viewer, planned, _held(meetings, did.get(one.duty.pk)), asked) for one in owed}


def _held(meetings: Meetings, part: UUID | None) -> Activity | None:
    return meetings.by_part.get(part) if part else None


def _parts_that_did(owed: Sequence[Owed]) -> dict[UUID, UUID]:
    """Done duty -> the part of a meeting that fulfilled it, the last where there are several."""
    done = [one.duty.pk for one in owed if one.state == DutyState.DONE]
    rows = Fulfilment.objects.filter(duty__in=done, source_kind="activity_part")
    return dict(rows.values_list("duty", "source_id")) if done else {}


def _asked(meetings: Meetings) -> Asked:
    pages = meetings.by_id
    return {key: (title, page_of(pages[pk]) if pk in pages else "") for key, (pk, title) in meetings.asked.items()}


def _offer(one: Owed, viewer: Viewer, planned: Planned, did: Activity | None, asked: Asked) -> Offer:
    duty = one.duty
    if one.state in SETTLED:
        return _settled(did, asked.get(duty.source_id, ("", "")))
    activity = next((found for key, found in planned.items() if _plans(key, duty)), None)
    if activity is not None:
        return _arranged(one, activity, viewer)
    if duty.cadence is None:
        return _task(one, viewer, *asked.get(duty.source_id, ("", "")))
    url = _plan_page(duty, viewer)
    return Offer(button=_("Arrange"), url=url, is_mine=True) if url else Offer()


def _settled(activity: Activity | None, asked: tuple[str, str]) -> Offer:
    title, page = asked
    page = page_of(activity) if activity else page
    note = _("asked for by %(meeting)s") % {"meeting": title} if title else ""
    return Offer(button=_("Look"), url=page, page=page, note=note) if page else Offer(note=note)


def _arranged(one: Owed, activity: Activity, viewer: Viewer) -> Offer:
    """Held, and its record is open; or still to come."""
    page, keeps = page_of(activity), activities.may_keep(viewer, activity)
    if activity.state != ActivityState.HELD:
        note = _("arranged for %(day)s") % {"day": cn_datetime(activity.starts_at)}
        return Offer(button=_("Open"), url=page, page=page, is_mine=keeps, note=note, meeting=activity.pk)
    late = one.state == DutyState.LATE
    return Offer(
        button=_("Look"),
        url=page,
        page=page,
        is_mine=keeps,
        note=_("held on %(day)s") % {"day": cn_date(activity.day)},
        state="" if late else "record",
        state_label="" if late else _("record open"),
        meeting=activity.pk,
    )


def _task(one: Owed, viewer: Viewer, title: str, page: str) -> Offer:
    """A task is reported as done by its owner, or by secretary and clerk: in its record if a meeting asked for it."""
    note = _("asked for by %(meeting)s") % {"meeting": title} if title else ""
    may = one.duty.subject_id == viewer.person.pk or viewer.has(SECRETARY, CLERK)
    if not one.is_open or not may:
        return Offer(note=note, page=page)
    asked = one.duty.source_kind == "follow_up"
    url = (
        reverse("proceedings:task_finish", args=[one.duty.source_id])
        if asked
        else reverse("cadence:complete", args=[one.duty.pk])
    )
    return Offer(button=_("Done"), url=url, is_post=True, is_mine=True, note=note, page=page)


def _plan_page(duty: Duty, viewer: Viewer) -> str:
    """Where the viewer arranges it; nothing where that is not hers to see to. A committee member may arrange the branch's
    meetings, but they wait for the secretary, her deputy and the clerk."""
    if duty.cadence is None:
        return ""
    one, card = kind(duty.cadence.activity_kind), card_for_kind(duty.cadence.activity_kind)
    page = "activities:plan_for_duty" if one.is_data else card.plan_page if card else ""
    may = duty.subject_kind == "person" or duty.subject_id in viewer.units_in(*one.in_charge)
    return reverse(page, args=[duty.pk]) if page and may else ""


def _plans(key: tuple, duty: Duty) -> bool:
    kind, unit_id, day = key
    if duty.cadence is None or kind != duty.cadence.activity_kind or unit_id != duty.subject_id:
        return False
    return duty.opens_on <= day and (duty.due_on is None or day <= duty.due_on)


def _planned(meetings: Meetings) -> Planned:
    """(kind, unit, day) -> what is arranged or held already."""
    running = [activity for activity in meetings.all if activity.state != ActivityState.CANCELLED]
    return {(part.kind, activity.unit_id, activity.day): activity for activity in running for part in activity.parts.all()}
