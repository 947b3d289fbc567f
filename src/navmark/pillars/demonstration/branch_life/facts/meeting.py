"""One activity, read once, as the records of its parts."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import sequence_words
from navmark.foundation.activities.part_papers import papers_of
from navmark.foundation.activities.printed.reading import head_facts
from navmark.foundation.activities.roll import Place, Roll, Rolls
from navmark.foundation.attachments import counted
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import COMMITTEE_POSTS, Person, UnitKind, UnitMembership
from navmark.foundation.proceedings.printed.reading import item_facts
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.records.models import Record
from navmark.foundation.records.printed import amendments_of
from navmark.pillars.demonstration.branch_life.facts import notes
from navmark.pillars.demonstration.branch_life.facts.talk import talk
from navmark.pillars.demonstration.branch_life.sheets import shape


class Builder:
    """Reads one activity once, with a fixed number of queries a part, and builds each part's record."""

    def __init__(self, activity: Activity, record: Record) -> None:
        self.activity, self.written = activity, record
        self.branch = people.branch_of(activity.unit)
        self.rolls = Rolls(activity)
        self.items = items_of(activity)
        self.papers = papers_of(activity)
        everybody = self.order = self.rolls.people
        self.secretary = people.secretary_of(self.branch, activity.day)
        with override(settings.LANGUAGE_CODE):
            posts = people.posts_of(everybody, activity.day)
            self.posts = {key: self._party_post(held) for key, held in posts.items()}
        self.groups = _groups_of(everybody, activity.day)
        self.files = counted.count_by_kind(ACTIVITY, activity.pk)

    @staticmethod
    def _party_post(held: Iterable) -> str:
        wanted = {kind.value for kind in COMMITTEE_POSTS}
        return next((str(post.get_kind_display()) for post in held if post.kind in wanted), "")

    def records(self, parts: list[Part]) -> dict[Part, shape.PrintedRecord]:
        with override(settings.LANGUAGE_CODE):
            return {part: self.record(part) for part in parts}

    def record(self, part: Part) -> shape.PrintedRecord:
        roll = self.rolls.of(part)
        return shape.PrintedRecord(
            kind=part.kind,
            head=self._head(part, roll),
            theme=part.topic,
            items=tuple(item_facts(item, self.order, self.secretary, self._post) for item in self.items.get(part.pk, [])),
            paper=notes.said_of(self.papers.get(part.pk), self._post, has_script=bool(self.files[FileKind.SCRIPT])),
            review=notes.review(part, self.order),
            talk=talk(part),
            roll=tuple(self._attendee(number, place) for number, place in enumerate(roll.places, start=1)),
            amendments=amendments_of(self.written) if self.written.is_locked else (),
            attachments=counted.words(self.files),
            finished=self.written.submitted_at is not None,
        )

    def _head(self, part: Part, roll: Roll) -> shape.Head:
        known = head_facts(
            self.activity, self.written, roll, self.rolls.whole(), organisation=self.branch.name, sequence=sequence_words(part)
        )
        return shape.Head(**vars(known), **self._group_head(roll))

    def _group_head(self, roll: Roll) -> dict:
        unit = self.activity.unit
        if unit.kind != UnitKind.PARTY_GROUP:
            return {}
        leader = people.leader_of(unit, self.activity.day)
        committee = tuple(place.person.name for place in roll.places if place.row.is_there and self._post(place.person.pk))
        return {"group": unit.name, "leader": leader.name if leader else "", "committee_present": committee}

    def _post(self, person: UUID) -> str:
        return self.posts.get(person, "")

    def _attendee(self, number: int, place: Place) -> shape.Attendee:
        row = place.row
        return shape.Attendee(
            number=number,
            name=place.person.name,
            post=self._post(place.person.pk),
            group=self.groups.get(place.person.pk, ""),
            mark=str(row.get_presence_display()) if row.presence else "",
            is_there=row.is_there,
            probationary=not place.is_apart,
        )


def _groups_of(everybody: list[Person], day: date) -> dict[UUID, str]:
    """党小组 of each of these on that day, by person's id. One query."""
    rows = UnitMembership.objects.on(day).filter(person__in=everybody, unit__kind=UnitKind.PARTY_GROUP)
    return {row.person_id: row.unit.name for row in rows.select_related("unit")}
