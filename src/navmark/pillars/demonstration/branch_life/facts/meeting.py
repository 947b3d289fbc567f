"""One activity, read once, as the records of its parts."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.roll import Place, Roll, Rolls
from navmark.foundation.activities.tidying import is_made_up
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import COMMITTEE_POSTS, Person, UnitKind, UnitMembership
from navmark.foundation.proceedings.models import AgendaItem, Decision, Speech
from navmark.foundation.proceedings.queries import items_of, secretary_last
from navmark.foundation.records.models import Record
from navmark.pillars.demonstration.branch_life import attached, kinds
from navmark.pillars.demonstration.branch_life.facts import notes
from navmark.pillars.demonstration.branch_life.facts.talk import PRINTED_LANGUAGE, talk
from navmark.pillars.demonstration.branch_life.facts.votes import votes_of
from navmark.pillars.demonstration.branch_life.sheets import shape


class Builder:
    """Reads one activity once, with a fixed number of queries a part, and builds each part's record."""

    def __init__(self, activity: Activity, record: Record) -> None:
        self.activity, self.written = activity, record
        self.branch = people.branch_of(activity.unit)
        self.rolls = Rolls(activity)
        self.items = items_of(activity)
        everybody = [place.person for place in (*self.rolls.whole().places, *self.rolls.whole().observers)]
        self.order = everybody
        self.secretary = people.secretary_of(self.branch, activity.day)
        with override(PRINTED_LANGUAGE):
            posts = people.posts_of(everybody, activity.day)
            self.posts = {key: self._party_post(held) for key, held in posts.items()}
        self.groups = _groups_of(everybody, activity.day)
        self.files = attached.count_by_kind(activity)

    @staticmethod
    def _party_post(held: Iterable) -> str:
        wanted = {kind.value for kind in COMMITTEE_POSTS}
        return next((str(post.get_kind_display()) for post in held if post.kind in wanted), "")

    def records(self, parts: list[Part]) -> dict[Part, shape.Record]:
        with override(PRINTED_LANGUAGE):
            return {part: self.record(part) for part in parts}

    def record(self, part: Part) -> shape.Record:
        roll = self.rolls.of(part)
        return shape.Record(
            kind=part.kind,
            head=self._head(part, roll),
            theme=part.topic,
            items=tuple(self._item(item) for item in self.items.get(part.pk, [])),
            lecture=notes.lecture(part, self._post, has_script=bool(self.files[FileKind.SCRIPT])),
            theme_day=notes.theme_day(part),
            preparation=notes.preparation(part),
            review=notes.review(part, self.order),
            talk=talk(part),
            roll=tuple(self._attendee(number, place) for number, place in enumerate(roll.places, start=1)),
            amendments=amendments_of(self.written) if self.written.is_locked else (),
            attachments=attached.words(self.files),
            finished=self.written.submitted_at is not None,
        )

    def _head(self, part: Part, roll: Roll) -> shape.Head:
        activity, marked = self.activity, roll.unmarked == 0
        present = shape.Headcount(roll.present, roll.apart_present, roll.present - roll.apart_present, roll.entitled_present)
        guests = [*self._recorder_beside(), *(guest.name for guest in activity.guests.all())]
        tidied = localdate(self.written.submitted_at) if self.written.submitted_at else None
        return shape.Head(
            organisation=self.branch.name,
            sequence=sequence_words(part),
            start=activity.starts_at,
            end=activity.ends_at,
            place=activity.place,
            host=activity.host.name if activity.host else "",
            recorder=activity.recorder.name if activity.recorder else "",
            expected=shape.Headcount(roll.expected, roll.apart, roll.others, roll.entitled),
            present=present if marked else shape.Headcount(),
            absent=tuple(_absence(place) for place in roll.away),
            late=tuple(place.person.name for place in roll.late),
            observers=tuple([place.person.name for place in roll.observers if place.row.is_there] + guests),
            tidied_on=tidied,
            made_up=self._made_up(tidied),
            separate_number=self.written.separate_number,
            **self._group_head(roll),
        )

    def _recorder_beside(self) -> list[str]:
        """Who writes the record and is not expected is an observer, without being entered as one."""
        recorder = self.activity.recorder
        return [recorder.name] if recorder and recorder not in self.order else []

    def _group_head(self, roll: Roll) -> dict:
        unit = self.activity.unit
        if unit.kind != UnitKind.PARTY_GROUP:
            return {}
        leader = people.leader_of(unit, self.activity.day)
        committee = tuple(place.person.name for place in roll.places if place.row.is_there and self._post(place.person))
        return {"group": unit.name, "leader": leader.name if leader else "", "committee_present": committee}

    def _made_up(self, tidied: date | None) -> shape.MadeUp | None:
        if tidied is None or not is_made_up(self.activity.day, tidied, calendar=work_calendar()):
            return None
        who = Person.objects.filter(pk=self.written.submitted_by).first()
        return shape.MadeUp(who.name if who else "", tidied)

    def _post(self, person: Person) -> str:
        return self.posts.get(person.pk, "")

    def _attendee(self, number: int, place: Place) -> shape.Attendee:
        row = place.row
        return shape.Attendee(
            number=number,
            name=place.person.name,
            post=self._post(place.person),
            group=self.groups.get(place.person.pk, ""),
            mark=str(row.get_presence_display()) if row.presence else "",
            is_there=row.is_there,
            probationary=not place.is_apart,
        )

    def _item(self, item: AgendaItem) -> shape.Item:
        spoken = secretary_last(item.spoken, self.order, self.secretary)
        own = [one for one in spoken if self.secretary and one.speaker_id == self.secretary.pk]
        return shape.Item(
            title=item.title,
            reporter=item.reporter.name if item.reporter else "",
            points=item.points,
            speeches=tuple(self._speech(one) for one in spoken if one not in own),
            closing=self._speech(own[0]) if own else None,
            votes=votes_of(item),
            decisions=tuple(_decision(one) for one in item.decisions.all()),
        )

    def _speech(self, one: Speech) -> shape.Speech:
        return shape.Speech(one.speaker.name, self._post(one.speaker), one.text, one.dissent)


def _absence(place: Place) -> shape.Absence:
    return shape.Absence(place.person.name, place.row.reason, str(place.row.get_presence_display()))


def _groups_of(everybody: list[Person], day: date) -> dict[UUID, str]:
    """党小组 of each of these on that day, by person's id. One query."""
    rows = UnitMembership.objects.on(day).filter(person__in=everybody, unit__kind=UnitKind.PARTY_GROUP)
    return {row.person_id: row.unit.name for row in rows.select_related("unit")}


def sequence_words(part: Part) -> str:
    """2026年度第3次, on the page and on paper; what bears no number bears its year alone. What is held once for a 年度 belongs
    to that year, though it is often held in the next spring."""
    day = part.activity.day
    year = party_year_of(day) if part.kind in (kinds.LIFE_MEETING, kinds.REVIEW) else day.year
    if part.number is None:
        return _("Party year %(year)s") % {"year": year}
    return _("No. %(number)s of %(year)s") % {"year": year, "number": part.number}


def _decision(one: Decision) -> shape.Decision:
    tasks = tuple(shape.FollowUp(task.what, task.owner.name, task.due_on) for task in one.follow_ups.all())
    return shape.Decision(text=one.text, to_assembly=one.to_assembly, reported_up=one.reported_up, follow_ups=tasks)


def amendments_of(record: Record) -> tuple[shape.PrintedAmendment, ...]:
    return tuple(shape.PrintedAmendment(localdate(one.at), one.by_name, one.text) for one in record.amendments.all())
