"""What waits of a record: to complete it, to give it the second signature, and what was decided to be done."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from navmark.foundation.activities import kinds
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, ActivityState, Attendance
from navmark.foundation.activities.pages import page_of
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import Matter, Source, register
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import AUTHOR, HOST, PARTICIPANTS, RECORDER
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.records.models import Record
from navmark.foundation.records.states import RecordState


def _about(rows: QuerySet, ids: Sequence[UUID] | None, path: str) -> QuerySet:
    return rows if ids is None else rows.filter(**{f"{path}__in": list(ids)})


def steps(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """The step of each record that was held and is not locked, once for everybody whose it can be. Three queries."""
    rows = Activity.objects.filter(state=ActivityState.HELD, closed_at__isnull=True)
    held = list(_about(rows, ids, "pk").prefetch_related("parts", "roll"))
    records = Record.objects.filter(owner_kind=ACTIVITY, owner_id__in=[activity.pk for activity in held])
    completers = dict(records.filter(state=RecordState.SUBMITTED).values_list("owner_id", "submitted_by"))
    for activity in held:
        if activity.pk in completers:
            yield from _locking(activity, completers[activity.pk])
        elif activity.completed_at is None:  # what is complete without a record needs no second signature
            yield from _completing(activity)


def _completing(activity: Activity) -> Iterator[Matter]:
    """By its recorder and its host; where neither is named, by whoever keeps every one of its kind."""
    people = {key for key in (activity.recorder_id, activity.host_id) if key}
    for person in people:
        yield _matter(activity, Step.RECORD, person=person)
    if not people:
        yield _matter(activity, Step.RECORD, circles=_offices(activity, "keepers"))


def _locking(activity: Activity, completer: UUID | None) -> Iterator[Matter]:
    """By whoever oversees all its kinds, never by who completed it."""
    if offices := _offices(activity, "overseers"):
        yield _matter(activity, Step.LOCK, circles=offices, but_not=completer)
    people: dict[UUID, tuple[str, ...]] = {}
    for code in _common(activity, "overseers"):
        thing, _colon, of = code.partition(":")
        for person in _named(activity, thing) if circle(code).of_thing else ():
            people[person] = () if not of or people.get(person) == () else (of,)
    for person, circles in people.items():
        if person != completer:
            yield _matter(activity, Step.LOCK, person=person, circles=circles)


def _named(activity: Activity, thing: str) -> list[UUID]:
    roll = [row.person_id for row in activity.roll.all()] if thing == PARTICIPANTS else []
    who = {HOST: activity.host_id, RECORDER: activity.recorder_id, AUTHOR: activity.made_by}.get(thing)
    return [*roll, who] if who else roll


def _common(activity: Activity, whose: str) -> tuple[str, ...]:
    """The circles that every kind of the gathering names: it is as narrow as its narrowest part."""
    named = [getattr(kinds.kind(part.kind), whose) for part in activity.parts.all()]
    return reduce(lambda one, other: tuple(code for code in one if code in other), named) if named else ()


def _offices(activity: Activity, whose: str) -> tuple[str, ...]:
    return tuple(code for code in _common(activity, whose) if not circle(code).of_thing)


def _matter(activity: Activity, step: Step, **whose: Any) -> Matter:
    return Matter(
        source=activity.pk, about=activity.pk, title=activity.title, step=step, opens_on=activity.day, place=activity.unit_id,
        step_at=activity.starts_at, page=page_of(activity), **whose,
    )  # fmt: skip


def follow_ups(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """What was decided to be done, once the record that decided it is complete. Two queries."""
    path = "decision__item__part__activity"
    rows = _about(FollowUp.objects.filter(**{f"{path}__completed_at__isnull": False}), ids, path)
    rows = list(rows.select_related(path).prefetch_related(f"{path}__parts"))
    seen = set(
        Attendance.objects.filter(activity__in={row.decision.item.part.activity_id for row in rows}).values_list(
            "activity", "person"
        )
    )
    for row in rows:
        activity = row.decision.item.part.activity
        doer = row.taken_over_by_id or row.owner_id
        may_read = (activity.pk, doer) in seen or doer in (activity.host_id, activity.recorder_id)
        yield Matter(
            source=row.pk, about=activity.pk, title=row.what, step=Step.FINISH, person=doer,
            opens_on=min(activity.day, row.due_on), due_on=row.due_on, page=page_of(activity) if may_read else "",
            action=reverse("proceedings:task_finish", args=[row.pk]), asked_by=activity.title,
        )  # fmt: skip


register(Source("record", ("activity",), steps, first=_completing))
register(Source("follow_up", ("activity",), follow_ups, lasting=True))
