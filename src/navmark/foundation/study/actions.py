"""Noting what no roll tells, one line a person, and taking it back. Whoever calls has asked the door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person
from navmark.foundation.statute.checks.study import may_count
from navmark.foundation.study import refusals
from navmark.foundation.study.models import HowStudied, NotedStudy
from navmark.foundation.study.sessions import Session

STUDIED = "studied"  # what waits of hours follows it


@dataclass(frozen=True)
class Studied:
    """What was studied, when, and how many hours it counts."""

    what: str
    on: date
    hours: Decimal


@transaction.atomic
def make_up(session: Session, people: Sequence[Person], given: Studied, *, by: Person, at: datetime) -> int:
    """补学: each of these who missed it has studied it; said again it takes the place of what was noted. How many. Raises
    HoursUnknown, MoreThanTheSession, NothingMissed, NotOrganised, AheadOfToday."""
    if session.hours is None:
        raise refusals.HoursUnknown
    if given.hours > session.hours:
        raise refusals.MoreThanTheSession(session.hours)
    if not people:
        raise refusals.NothingMissed
    return _note(people, HowStudied.MADE_UP, given, key={"missed_id": session.pk}, by=by, at=at)


@transaction.atomic
def attend(people: Sequence[Person], given: Studied, *, by: Person, at: datetime) -> int:
    """集中培训 that was held elsewhere. How many were there. Raises NotOrganised, AheadOfToday."""
    told = {"on": given.on, "what": given.what}
    return _note(people, HowStudied.COURSE, given, key=told, by=by, at=at)


@transaction.atomic
def bring(hours: Mapping[Person, Decimal], *, what: str, on: date, by: Person, at: datetime) -> int:
    """What each had in this year before `on`; nothing where none is said any more. How many. Raises NotOrganised."""
    for person, count in hours.items():
        if count:
            _note([person], HowStudied.BEFORE, Studied(what, on, count), key={"on": on}, by=by, at=at)
        else:
            for row in NotedStudy.objects.filter(person=person, how=HowStudied.BEFORE, on=on):
                take_back(row, by=by, at=at)
    return len(hours)


def _note(people: Sequence[Person], how: HowStudied, given: Studied, *, key: Mapping[str, Any], by: Person, at: datetime) -> int:
    if given.on > localdate(at):
        raise refusals.AheadOfToday
    finding = may_count(given.what, on=localdate(at))
    if finding.blocks:
        raise refusals.NotOrganised(finding)
    told = {"on": given.on, "hours": given.hours, "what": given.what, "noted_by": by.pk, "noted_at": at}
    for person in people:
        row, _new = NotedStudy.objects.update_or_create(person=person, how=how, **key, defaults=told)
        record("study.noted", by=by, at=at, subject=person, what=given.what, hours=str(row.hours))
    waiting.changed(STUDIED, at=at)
    return len(people)


@transaction.atomic
def take_back(row: NotedStudy, *, by: Person, at: datetime) -> None:
    """It counts no more; the trail keeps that it was there."""
    record("study.taken_back", by=by, at=at, subject=row.person, what=row.what, hours=str(row.hours))
    row.delete()
    waiting.changed(STUDIED, at=at)
