"""Reads about records that are more than a filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.models import AgendaItem, Decision, FollowUp, Origin, Speech
from navmark.foundation.statute.outlook import Sitting
from navmark.foundation.tenancy.scope import read_once


@dataclass(frozen=True)
class LeftOver:
    """Something an earlier meeting left for a later one."""

    title: str
    reporter: Person | None
    origin: str
    origin_id: UUID
    points: str = ""
    to_vote: bool = False


def _on_an_agenda(origin: str) -> Exists:
    rows = AgendaItem.objects.filter(school=OuterRef("school"), origin=origin, origin_id=OuterRef("pk"))
    return Exists(rows.exclude(part__activity__state=ActivityState.CANCELLED))


def decisions_for_the_assembly(unit_id: UUID) -> QuerySet[Decision]:
    """What was decided for a general meeting of this unit and still waits for one."""
    rows = Decision.objects.filter(to_assembly=True, item__part__activity__unit=unit_id)
    return rows.exclude(_on_an_agenda(Origin.DECISION)).select_related("item__reporter")


def open_follow_ups(unit_id: UUID) -> QuerySet[FollowUp]:
    """Unfinished follow-ups of this unit's meetings."""
    rows = FollowUp.objects.filter(done_on__isnull=True, decision__item__part__activity__unit=unit_id)
    return rows.select_related("owner", "decision")


def left_for(part: Part) -> Iterator[LeftOver]:
    """What earlier meetings left for this part: for a meeting of all members, what the committee submits, under the title it
    had there, with the decision as its points; for any meeting that decides, the unfinished follow-ups of its own kind."""
    form = deliberation_of(part.kind)
    if form.sitting == Sitting.ASSEMBLY:
        for decision in decisions_for_the_assembly(part.activity.unit_id):
            yield LeftOver(decision.item.title, decision.item.reporter, Origin.DECISION, decision.pk, decision.text, to_vote=True)
    if form.decides is None:
        return
    own = open_follow_ups(part.activity.unit_id).filter(decision__kind=form.decides)
    for follow_up in own.exclude(_on_an_agenda(Origin.FOLLOW_UP)):
        yield LeftOver(follow_up.what, follow_up.doer, Origin.FOLLOW_UP, follow_up.pk)


def items_of(activity: Activity) -> dict[UUID, list[AgendaItem]]:
    """The agenda with speeches, votes, decisions, follow-ups: part id -> items. Six queries, whatever the length, once a page."""
    return read_once(f"proceedings.items:{activity.pk}", lambda: _items_of(activity))


def _items_of(activity: Activity) -> dict[UUID, list[AgendaItem]]:
    rows = AgendaItem.objects.filter(part__activity=activity).select_related("reporter", "part")
    rows = rows.prefetch_related(
        "speeches__speaker",
        "votes__overseer",
        "votes__counter",
        "decisions__follow_ups__owner",
        "decisions__follow_ups__taken_over_by",
        "candidates__person",
    )
    found: dict[UUID, list[AgendaItem]] = {}
    for item in rows:
        found.setdefault(item.part_id, []).append(item)
    return found


def in_order(speeches: list[Speech], order: list[Person], last: Person | None) -> list[Speech]:
    """末位表态: speeches in reading order of their speakers, that of whoever has the last word at the end."""
    places = {person.pk: place for place, person in enumerate(order)}

    def key(speech: Speech) -> tuple[bool, int]:
        return (last is not None and speech.speaker_id == last.pk, places.get(speech.speaker_id, len(places)))

    return sorted(speeches, key=key)
