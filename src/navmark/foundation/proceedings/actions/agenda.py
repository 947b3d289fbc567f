"""The agenda: added, ordered, carried over from what was left open."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from navmark.foundation.activities.models import Activity, Part, Removed
from navmark.foundation.activities.removing import remove
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence.tasks import withdraw
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings import queries
from navmark.foundation.proceedings.deliberation import deliberation_of, is_deliberated
from navmark.foundation.proceedings.models import AgendaItem, FollowUp, Origin
from navmark.foundation.records.actions.opening import open_record


@transaction.atomic
def add_item(
    part: Part,
    *,
    title: str,
    by: Person,
    at: datetime,
    reporter: Person | None = None,
    points: str = "",
    to_vote: bool = False,
    stricter: bool = False,
    origin: str = Origin.TYPED,
    origin_id: UUID | None = None,
) -> AgendaItem:
    open_record(part.activity)
    last = part.items.aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        part=part, position=last + 1, title=title, reporter=reporter, points=points, to_vote=to_vote, stricter=stricter,
        origin=origin, origin_id=origin_id,
    )  # fmt: skip
    record("proceedings.agenda", by=by, at=at, subject=part.activity, added=title)
    return item


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Person, at: datetime) -> Removed:
    """With all that stands under it; it can be brought back until the record is locked."""
    open_record(item.part.activity)
    record("proceedings.agenda", by=by, at=at, subject=item.part.activity, removed=item.title)
    withdraw("follow_up", FollowUp.objects.filter(decision__item=item).values_list("pk", flat=True))
    return remove(item.part.activity, [*item.decisions.all(), item], what=item.title, by=by, at=at)


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Person, at: datetime) -> None:
    """Exchange the item with its neighbour; at the end of the list nothing happens."""
    open_record(item.part.activity)
    items = list(item.part.items.all())
    place = next(index for index, one in enumerate(items) if one.pk == item.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items):
        return
    before = Before(item, "position", about=item)
    items[place], items[other] = items[other], items[place]
    for position, one in enumerate(items, start=1):
        one.position = position
    AgendaItem.objects.bulk_update(items, ["position"])
    changes = before.changes(items[other])
    record("proceedings.agenda", by=by, at=at, subject=item.part.activity, moved=item.title, changes=changes)


@transaction.atomic
def follow_plan(activity: Activity, *, by: Person, at: datetime) -> None:
    """Put on the agenda of what is arranged the themes of its parts, so that nobody types them twice, and what earlier meetings
    left for it. Nothing where nothing is deliberated."""
    parts = [part for part in activity.parts.all() if is_deliberated(part.kind)]
    for part in parts:
        if part.topic and deliberation_of(part.kind).decides is not None and not part.items.exists():
            add_item(part, title=part.topic, by=by, at=at)
    if parts:
        carry_over(activity, by=by, at=at)


@transaction.atomic
def carry_over(activity: Activity, *, by: Person, at: datetime) -> Sequence[AgendaItem]:
    """Put on the agenda what earlier meetings left for this one: the committee's 决定 "提交大会", and unfinished follow-ups.

    Each comes once; a second call adds nothing.
    """
    open_record(activity)
    added = []
    for part in activity.parts.all():
        for source in queries.left_for(part):
            item = add_item(part, title=source.title, reporter=source.reporter, points=source.points, to_vote=source.to_vote,
                            origin=source.origin, origin_id=source.origin_id, by=by, at=at)  # fmt: skip
            added.append(item)
    return added
