"""What a sheet says beyond the agenda: lecture, themed day, preparation, review. None where the part is of another kind."""

from collections.abc import Callable, Sequence

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import (
    LectureNote,
    LifeMeetingNote,
    ReviewNote,
    Segment,
    Standing,
    ThemeDayNote,
)
from navmark.pillars.demonstration.branch_life.sheets import shape


def lecture(part: Part, post_of: Callable[[Person], str], *, has_script: bool) -> shape.Lecture | None:
    if part.kind != kinds.LECTURE:
        return None
    note = LectureNote.objects.filter(part=part).select_related("lecturer").first() or LectureNote(part=part)
    return shape.Lecture(
        lecturer=note.lecturer.name if note.lecturer else note.guest_lecturer,
        post=post_of(note.lecturer) if note.lecturer else "",
        topic=part.topic,
        form=note.form,
        hours=f"{note.hours.normalize():f}" if note.hours is not None else "",
        outline=note.outline,
        discussion=note.discussion,
        make_up=note.make_up,
        script="见附件。" if has_script else "",
    )


def preparation(part: Part) -> shape.Preparation | None:
    if part.kind != kinds.LIFE_MEETING:
        return None
    note = LifeMeetingNote.objects.filter(part=part).first() or LifeMeetingNote(part=part)
    return shape.Preparation(note.study, note.opinions, note.talks)


def review(part: Part, order: Sequence[Person]) -> shape.Review | None:
    """Its standings are for those who keep the record; see `without_standings`."""
    if part.kind != kinds.REVIEW:
        return None
    notes = ReviewNote.objects.filter(part=part).select_related("overseer", "counter")
    note = notes.first() or ReviewNote(part=part)
    return shape.Review(
        own=note.own,
        mutual=note.mutual,
        issued=note.issued,
        collected=note.collected,
        valid=note.valid,
        overseer=note.overseer.name if note.overseer else "",
        counter=note.counter.name if note.counter else "",
        standings=tuple(_standing(row) for row in standings_of(part, order)),
        opinion=note.opinion,
        committee=note.committee,
    )


def standings_of(part: Part, order: Sequence[Person]) -> list[Standing]:
    """The counts of a review, in reading order."""
    places = {person.pk: place for place, person in enumerate(order)}
    rows = part.standings.select_related("person")
    return sorted(rows, key=lambda row: places.get(row.person_id, len(places)))


def _standing(row: Standing) -> shape.Standing:
    grade = str(row.get_grade_display()) if row.grade else ""
    return shape.Standing(row.person.name, row.excellent, row.qualified, row.basic, row.unqualified, grade)


def theme_day(part: Part) -> shape.ThemeDay | None:
    if part.kind != kinds.THEME_DAY:
        return None
    note = ThemeDayNote.objects.filter(part=part).first() or ThemeDayNote(part=part)
    segments = list(part.segments.select_related("leader"))
    return shape.ThemeDay(
        dues_expected=note.dues_expected,
        dues_paid=note.dues_paid,
        fixed=tuple(_segment(one) for one in segments if not one.optional),
        optional=tuple(_segment(one) for one in segments if one.optional),
        account=note.account,
        agreed=note.agreed,
    )


def _segment(one: Segment) -> shape.Segment:
    return shape.Segment(one.name, one.topic, one.leader.name if one.leader else "")
