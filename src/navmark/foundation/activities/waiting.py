"""How far the occasions are for which the duties of cadences ask; and who is told when an occasion changes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.pages import page_of
from navmark.foundation.cadence import charges, sources, waiting
from navmark.foundation.cadence.charges import Charge
from navmark.foundation.cadence.models import Duty, Fulfilment, Step
from navmark.foundation.cadence.sources import ARRANGED, BEGINNING, Progress

PART = "activity_part"
ATTENDANCE = "attendance"  # of people: who was there before today


def changed(activity: Activity, *, at: datetime, units: Iterable[UUID] = ()) -> None:
    """Called by every verb that changes what is arranged, held or complete; `units` it was moved from."""
    waiting.owed_by({activity.unit_id, *units})
    waiting.changed("activity", [activity.pk], at=at)
    _begins(activity, day=activity.day, at=at)


def _begins(activity: Activity, *, day: date, at: datetime) -> None:
    """With its first occasion that was held before today a school begins, or begins anew; until then it matters whether one is
    arranged. `day` is the earliest on which it was to be. One query where the school has begun."""
    held_before = Activity.objects.filter(state=ActivityState.HELD, day__lt=localdate(at))
    if not held_before.exclude(pk=activity.pk).exists():
        waiting.changed(BEGINNING if day < localdate(at) else ARRANGED, at=at)


def held(activity: Activity) -> None:
    """Called when the first is marked as there: what was arranged is held, and nothing else can differ. Two statements."""
    waiting.advance(activity.pk, since=Step.OPEN, to=Step.LOOK)
    waiting.begun("activity", activity)


def attended(activity: Activity, *, day: date, at: datetime, people: Iterable[UUID] = ()) -> None:
    """Called by every verb that changes who was there, or on which day it was: `day` is the earliest, `people` were on the roll.
    What was seen today counts from tomorrow, so that nobody who signs in waits for it."""
    day = min(day, activity.day)
    if day < localdate(at):
        waiting.changed(ATTENDANCE, [*people, *activity.roll.values_list("person", flat=True)], at=at)
        _begins(activity, day=day, at=at)


def progress(duties: Sequence[Duty]) -> dict[UUID, Progress]:
    """Of duties of cadences: what fulfilled them last, else what is arranged or held for them. Two queries, however many."""
    found = _what_did([duty for duty in duties if duty.settled or duty.done])  # type: ignore[attr-defined]
    units = [duty for duty in duties if duty.subject_kind == "unit" and duty.pk not in found]
    running = _running(units)
    for duty in units:
        assert duty.cadence is not None
        for part in running[(duty.cadence.activity_kind, duty.subject_id)]:
            if duty.opens_on <= part.activity.day and (duty.ends_on is None or part.activity.day <= duty.ends_on):
                step = Step.LOOK if part.activity.state == ActivityState.HELD else Step.OPEN
                found[duty.pk] = _of(part, step)
                break
    return found


def _running(duties: Sequence[Duty]) -> dict[tuple[str, UUID], list[Part]]:
    """(kind, unit) -> what is arranged or held and not complete, earliest first."""
    found: dict[tuple[str, UUID], list[Part]] = defaultdict(list)
    if not duties:
        return found
    since, units = min(duty.opens_on for duty in duties), {duty.subject_id for duty in duties}
    asked = {duty.cadence.activity_kind for duty in duties if duty.cadence}
    rows = Part.objects.filter(kind__in=asked, activity__unit__in=units, activity__day__gte=since)
    rows = rows.filter(activity__completed_at__isnull=True).exclude(activity__state=ActivityState.CANCELLED)
    for part in rows.select_related("activity").order_by("activity__starts_at", "position"):
        found[(part.kind, part.activity.unit_id)].append(part)
    return found


def _what_did(duties: Sequence[Duty]) -> dict[UUID, Progress]:
    if not duties:
        return {}
    rows = Fulfilment.objects.filter(duty__in=[duty.pk for duty in duties], source_kind=PART).order_by("done_on", "id")
    sources = dict(rows.values_list("duty", "source_id"))
    parts = Part.objects.filter(pk__in=set(sources.values())).select_related("activity").in_bulk()
    full = {duty.pk for duty in duties if duty.done >= duty.times}  # type: ignore[attr-defined]
    return {key: _of(parts[pk], Step.LOOK) for key, pk in sources.items() if pk in parts and key in full}


def _of(part: Part, step: Step) -> Progress:
    page = page_of(part.activity) if part.is_joined else reverse(kinds.kind(part.kind).page, args=[part.activity_id])
    return Progress(step, part.activity.starts_at, part.activity_id, page)


def _charge(code: str) -> Charge:
    try:
        kind = kinds.kind(code)
    except kinds.UnknownKind:
        return Charge()
    return Charge(kind.in_charge, kind.watching, "activities:plan_for_duty")


sources.follow(progress)
charges.answer_with(_charge)
