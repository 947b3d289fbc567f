"""The parts of a meeting as its page shows them: each with its form, its agenda and everybody's place under each item."""

from dataclasses import dataclass
from datetime import date

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branch_of, secretary_of
from navmark.foundation.proceedings.deliberation import Deliberation, deliberation_of
from navmark.foundation.proceedings.forms import DecisionForm, ItemForm, TaskForm
from navmark.foundation.proceedings.likely import next_meeting
from navmark.foundation.proceedings.models import AgendaItem, Speech
from navmark.foundation.proceedings.queries import items_of, secretary_last
from navmark.foundation.proceedings.views.votes import outlook_for
from navmark.foundation.statute.outlook import outlook
from navmark.pillars.demonstration.branch_life import facts
from navmark.pillars.demonstration.branch_life.views.notes import NoteBox, note_box


@dataclass(frozen=True)
class SpeechBox:
    """One person's place under an item: what was said, or an empty box."""

    person: Person
    speech: Speech | None
    is_secretary: bool


@dataclass(frozen=True)
class ItemBox:
    item: AgendaItem
    form: ItemForm
    boxes: tuple[SpeechBox, ...]  # everybody who was there, the secretary last
    spoken: tuple[Speech, ...]
    decision: DecisionForm | None
    task: TaskForm  # one more for a decision that is written down already
    outlook: str  # for an item that asks for more than the meeting


@dataclass(frozen=True)
class PartBox:
    """One part of the gathering with everything its section of the page shows."""

    part: Part
    kind: activity_kinds.Kind
    form: Deliberation
    sequence: str
    roll: Roll
    outlook: str
    items: tuple[ItemBox, ...]
    new_item: ItemForm
    note: NoteBox | None
    until: date | None  # by when a task is likely due

    @property
    def takes_votes(self) -> bool:
        """Papers are offered where there is something to vote on."""
        return any(one.item.is_put_to_vote for one in self.items)


def part_boxes(activity: Activity, rolls: Rolls) -> list[PartBox]:
    items = items_of(activity)
    whole = rolls.whole()
    everybody = [place.person for place in (*whole.places, *whole.observers)]
    secretary = secretary_of(branch_of(activity.unit), activity.day)
    boxes = []
    for part in activity.parts.all():
        roll, form = rolls.of(part), deliberation_of(part.kind)
        there = [place.person for place in (*roll.places, *roll.observers) if place.row.is_there]
        boxes.append(
            PartBox(
                part=part,
                kind=activity_kinds.kind(part.kind),
                form=form,
                sequence=facts.sequence_words(part),
                roll=roll,
                outlook=_outlook(form, roll, activity),
                items=tuple(_item(one, form, roll, there, everybody, secretary) for one in items.get(part.pk, ())),
                new_item=ItemForm(people=everybody, deliberation=form),
                note=note_box(part, everybody),
                until=next_meeting(part) if form.decides and part.pk in items else None,
            )
        )
    return boxes


def _outlook(form: Deliberation, roll: Roll, activity: Activity) -> str:
    if form.sitting is None or not roll.entitled or not roll.present:
        return ""
    return str(outlook(roll.entitled, roll.entitled_present, sitting=form.sitting, on=activity.day))


def _item(
    item: AgendaItem, form: Deliberation, roll: Roll, there: list[Person], everybody: list[Person], secretary: Person | None
) -> ItemBox:
    speeches = {speech.speaker_id: speech for speech in item.speeches.all()}
    heard = there or everybody
    extra = [speech.speaker for speech in item.spoken if speech.speaker not in heard]
    ordered = sorted([*heard, *extra], key=lambda person: person == secretary)  # stable: the secretary last
    decision = None
    if form.decides:
        decision = DecisionForm(people=everybody, may_submit=form.may_submit_to_assembly, reporter_id=item.reporter_id)
    return ItemBox(
        item=item,
        form=ItemForm(people=everybody, deliberation=form),
        boxes=tuple(SpeechBox(person, speeches.get(person.pk), person == secretary) for person in ordered),
        spoken=tuple(secretary_last(item.spoken, everybody, secretary)),
        decision=decision,
        task=TaskForm(people=everybody),
        outlook=outlook_for(item, roll) if item.stricter and roll.present else "",
    )
