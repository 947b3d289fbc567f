"""Everything that is handed over at once passes in one transaction, each thing audited by its own room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from navmark.foundation.audit.actions import record
from navmark.foundation.people.handing import HeldThing, Passing
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme import logs as logs  # registers what is recorded below
from navmark.foundation.programme.handing.gathering import OpenWith, open_with
from navmark.foundation.programme.handing.refusals import NobodyNamed
from navmark.foundation.programme.models import HandOver, HandOverLine
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class Handing:
    """`to`: who takes over, by the code of the room; a room that is not named stays with her."""

    person: Person
    to: Mapping[str, Person]
    day: date
    reason: str = ""


@transaction.atomic
def hand_everything(viewer: Viewer, said: Handing, *, at: datetime) -> HandOver:
    """What this viewer may give away. Raises NobodyNamed, or what a room refuses, at its field: then nothing has passed."""
    by = viewer.person
    with override(settings.LANGUAGE_CODE):
        rooms = [one for one in open_with(viewer, said.person) if one.code in said.to]
        made = HandOver.objects.create(person=said.person, day=said.day, reason=said.reason, made_by=by.pk, made_at=at)
        lines = [_line(made, place, *told) for place, told in enumerate(_told(rooms, said), start=1)]
    if not lines:
        raise NobodyNamed
    HandOverLine.objects.bulk_create(lines)
    for one in rooms:
        _pass_on(one, said, by=by, at=at)
    record("programme.handed_over", by=by, at=at, subject=said.person, day=said.day, things=len(lines), reason=said.reason)
    return made


def _told(rooms: list[OpenWith], said: Handing) -> list[tuple[str, HeldThing, Person]]:
    return [(str(one.source.label), thing, said.to[one.code]) for one in rooms for thing in one.things if thing.may]


def _line(made: HandOver, place: int, sort: str, thing: HeldThing, to: Person) -> HandOverLine:
    return HandOverLine(
        hand_over=made, position=place, sort=sort[:60], title=thing.title[:240], standing=thing.standing[:120],
        due_on=thing.due_on, to=to,
    )  # fmt: skip


def _pass_on(one: OpenWith, said: Handing, *, by: Person, at: datetime) -> None:
    """Raises the room's refusal, at the field in which its new holder was named."""
    passing = Passing(said.person, said.to[one.code], said.day, said.reason, by, at)
    try:
        one.source.hand_on([thing.pk for thing in one.things if thing.may], passing)
    except Refusal as refusal:
        refusal.field = one.code
        raise
