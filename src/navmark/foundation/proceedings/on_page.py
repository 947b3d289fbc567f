"""The agenda in an occasion's sheet: each item is read, and the one that is due or was opened is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.occasions.pieces import Piece, shown_by
from navmark.foundation.activities.occasions.sight import Link, Sight, links, printed_beside
from navmark.foundation.activities.roll import Roll
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.deliberation import Deliberation, known_deliberation
from navmark.foundation.proceedings.forms import DecisionForm, ItemForm, TaskForm
from navmark.foundation.proceedings.likely import next_meeting
from navmark.foundation.proceedings.models import AgendaItem, Decision, Speech
from navmark.foundation.proceedings.queries import in_order, items_of
from navmark.foundation.proceedings.views.votes import outlook_for
from navmark.foundation.statute.outlook import outlook


@dataclass(frozen=True)
class SpeechBox:
    """One person's place under an item: what was said, or an empty box."""

    person: Person
    speech: Speech | None
    is_last: bool


@dataclass(frozen=True)
class Writing:
    """What is asked of an item that stands open."""

    form: ItemForm
    boxes: tuple[SpeechBox, ...]  # everybody who was there, who speaks last at the end
    decision: DecisionForm | None
    tasks: Mapping[UUID, TaskForm]  # one more for each decision that is written down already


@dataclass(frozen=True)
class ItemBox:
    item: AgendaItem
    spoken: tuple[Speech, ...]
    outlook: str  # for an item that asks for more than the meeting
    writing: Writing | None

    @property
    def decided(self) -> list[tuple[Decision, TaskForm | None]]:
        return [(one, self.writing.tasks[one.pk] if self.writing else None) for one in self.item.decisions.all()]


@dataclass(frozen=True)
class Agenda:
    part: Part
    form: Deliberation
    outlook: str  # what the roll makes possible
    items: tuple[ItemBox, ...]
    new_item: ItemForm | None


@shown_by
def agendas(sight: Sight) -> dict[UUID, Piece]:
    """Of each part that decides, or has items all the same."""
    forms = {part: form for part in sight.parts if (form := known_deliberation(part.kind))}
    if not forms:
        return {}
    items = items_seen(sight)
    desk = _Desk(sight)
    shows = {
        part.pk: desk.agenda(part, form, items.get(part.pk, []))
        for part, form in forms.items()
        if form.decides or part.pk in items
    }
    return {pk: Piece("proceedings/agenda.html", agenda) for pk, agenda in shows.items()}


def items_seen(sight: Sight) -> dict[UUID, list[AgendaItem]]:
    """The items of each part, read once a page."""
    return sight.once("items", lambda: items_of(sight.activity))


@printed_beside
def papers(sight: Sight, part: Part) -> list[Link]:
    """Where there is something to vote on, until the record is locked."""
    form = known_deliberation(part.kind)
    if form is None or form.sitting is None or not sight.keeps or sight.record is None or sight.record.is_locked:
        return []
    if not any(item.is_put_to_vote for item in items_seen(sight).get(part.pk, ())):
        return []
    slips = links(_("Ballots"), ("proceedings:slips", "proceedings:slips_docx"), part.pk)
    return [*slips, *links(_("Tally sheet"), ("proceedings:tally", "proceedings:tally_docx"), part.pk)]


class _Desk:
    """Who is on the roll, and who has the last word: asked for once a page."""

    def __init__(self, sight: Sight) -> None:
        whole = sight.rolls.whole()
        self.sight = sight
        self.everybody = [place.person for place in (*whole.places, *whole.observers)]

    def agenda(self, part: Part, form: Deliberation, items: list[AgendaItem]) -> Agenda:
        roll, last = self.sight.rolls.of(part), self._last(form)
        due = next((one.pk for one in items if _is_due(one)), None)
        return Agenda(
            part=part,
            form=form,
            outlook=self._outlook(form, roll),
            items=tuple(self._item(part, one, form, last, is_due=one.pk == due) for one in items),
            new_item=self._new_item(part, form) if self.sight.writes else None,
        )

    def _last(self, form: Deliberation) -> Person | None:
        activity = self.sight.activity
        return people_in([form.last_word], activity.unit, on=activity.day).first() if form.last_word else None

    def _outlook(self, form: Deliberation, roll: Roll) -> str:
        if form.sitting is None or not roll.entitled or not roll.present or self.sight.activity.closed_at:
            return ""
        return str(outlook(roll.entitled, roll.entitled_present, sitting=form.sitting, on=self.sight.activity.day))

    def _new_item(self, part: Part, form: Deliberation) -> ItemForm:
        return ItemForm(names=self._names(part.pk), deliberation=form, auto_id=f"new-%s-{part.pk}")

    def _names(self, pk: UUID) -> Names:
        return Names(self.everybody, on=self.sight.activity.day, listed_as=f"names-{pk}")

    def _item(self, part: Part, item: AgendaItem, form: Deliberation, last: Person | None, *, is_due: bool) -> ItemBox:
        roll = self.sight.rolls.of(part)
        writing = self._writing(part, item, form, roll, last) if self.sight.opens(item.pk, is_due=is_due) else None
        return ItemBox(
            item=item,
            spoken=tuple(in_order(item.spoken, self.everybody, last)),
            outlook=outlook_for(item, roll) if item.stricter and roll.present and not self.sight.activity.closed_at else "",
            writing=writing,
        )

    def _writing(self, part: Part, item: AgendaItem, form: Deliberation, roll: Roll, last: Person | None) -> Writing:
        there = [place.person for place in (*roll.places, *roll.observers) if place.row.is_there]
        names, until = self._names(item.pk), next_meeting(part)
        own: dict[str, Any] = {"names": names, "reporter_id": item.reporter_id, "until": until}
        may_submit, auto_id = form.may_submit_to_assembly, f"%s-{item.pk}"
        return Writing(
            form=ItemForm(names=names, deliberation=form, item=item),
            boxes=tuple(_boxes(item, there or self.everybody, last)),
            decision=DecisionForm(**own, may_submit=may_submit, auto_id=auto_id) if form.decides else None,
            tasks={one.pk: TaskForm(**own, auto_id=f"%s-{one.pk}") for one in item.decisions.all()},
        )


def _is_due(item: AgendaItem) -> bool:
    """Whether its turn to be written has come: nobody has spoken to it yet, and nothing was voted on or decided."""
    return not (item.spoken or item.votes.all() or item.decisions.all())


def _boxes(item: AgendaItem, heard: list[Person], last: Person | None) -> Iterable[SpeechBox]:
    speeches = {speech.speaker_id: speech for speech in item.speeches.all()}
    extra = [speech.speaker for speech in item.spoken if speech.speaker not in heard]
    ordered = sorted([*heard, *extra], key=lambda person: person == last)  # stable
    return (SpeechBox(person, speeches.get(person.pk), person == last) for person in ordered)
