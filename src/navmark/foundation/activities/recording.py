"""The record of an activity: whoever keeps it writes, whoever oversees it by its kinds locks; plan and roll follow.

What is printed of it is the mechanism's, which says so for each of its kinds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.module_loading import import_string

from navmark.foundation.activities import access, completing, kinds
from navmark.foundation.activities.circles import people_around
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import give_numbers
from navmark.foundation.activities.occasions.sheet import sheet_of
from navmark.foundation.activities.occasions.writing import kind_of
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import findings
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import in_reading_order
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.roll_sheet import RollSheet
from navmark.foundation.records import selfcheck
from navmark.foundation.records.kinds import RecordKind, register
from navmark.foundation.records.states import RecordState, when_turned


@dataclass(frozen=True)
class Print:
    """What a kind's record freezes when it is locked, the page that goes on from there (name of a url), and each part as PDF for
    a viewer, for None with all that is in it (dotted path: what typesets is loaded when something is printed)."""

    snapshot: Callable[[Activity], dict[str, Any]]
    page: str
    files: str
    roll: Callable[[Activity], RollSheet] | None = None  # with columns of its own


_prints: dict[str, Print] = {}


def print_as(codes: Iterable[str], printed: Print) -> None:
    for code in codes:
        _prints[code] = printed


def _print_of(activity: Activity) -> Print | None:
    """That of its first part, as its page."""
    first = activity.parts.first()
    return _prints.get(first.kind) if first else None


def snapshot_of(activity: Activity) -> dict[str, Any]:
    known = _print_of(activity)
    return known.snapshot(activity) if known else {}


def printed(activity: Activity, viewer: Viewer | None) -> Iterator[tuple[Part, bytes]]:
    """Its record as PDF, part by part, as the kind of its first part prints it."""
    if known := _print_of(activity):
        yield from import_string(known.files)(activity, viewer)
    elif kind_of(activity).is_data:
        sealed = viewer is None or access.may_keep(viewer, activity)
        for part in activity.parts.all():
            yield part, printed_as(sheet_of(activity, sealed=sealed, part=part), "pdf")


def roll_sheet_of(activity: Activity) -> RollSheet | None:
    """With every place still to be signed; None where its kind has no columns of its own."""
    known = _print_of(activity)
    if known is None or known.roll is None:
        return None
    roll = known.roll(activity)
    return replace(roll, people=tuple(replace(one, mark="") for one in roll.people))


def locked_page(activity: Activity) -> str:
    known = _print_of(activity)
    return reverse(known.page, args=[activity.pk]) if known else page_of(activity)


def with_hands(pk: UUID) -> Activity:
    return Activity.objects.select_related("unit", "unit__parent", "host", "recorder").get(pk=pk)


def overseers(activity: Activity, on: date) -> list[Person]:
    """Who oversees every part by its kind, as `access.may_oversee` says."""
    circles = (kinds.kind(part.kind).overseers for part in activity.parts.all())
    asked = reduce(and_, (people_around(activity, *codes, on=on) for codes in circles if codes), Q())
    return in_reading_order(Person.objects.filter(asked).distinct(), on)


def follow_record(activity: Activity, state: RecordState, by: Person, at: datetime) -> None:
    """Plan and roll stand still while the record is complete, for ever once it is locked; its duties are done meanwhile."""
    if state == RecordState.SUBMITTED:
        give_numbers(activity)
        completing.complete(activity, by=by, at=at)
    elif state == RecordState.LOCKED:
        completing.close(activity, by=by, at=at)
    else:
        completing.reopen(activity, by=by, at=at)


register(
    RecordKind(
        code=ACTIVITY,
        owner=with_hands,
        seen_by=access.activity_for,
        kept_by=access.kept_by,
        is_overseen_by=access.may_oversee,
        overseers=overseers,
        writers=lambda activity: (activity.recorder, activity.host),
        page=page_of,
        locked_page=locked_page,
        snapshot=snapshot_of,
    )
)
when_turned(ACTIVITY, follow_record)
selfcheck.register(ACTIVITY, findings)
