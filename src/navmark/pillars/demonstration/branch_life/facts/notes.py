"""What a sheet says beyond the agenda: the paper of its kind, and the counts of a review."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.part_papers import PartPaper
from navmark.foundation.papers.said import Said
from navmark.foundation.people.models import Person
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import ReviewNote, Standing
from navmark.pillars.demonstration.branch_life.sheets import shape


def said_of(paper: PartPaper | None, post_of: Callable[[UUID], str], *, has_script: bool) -> tuple[Said, ...]:
    """As it is printed: a lecture names its lecturer with post and topic, and ends with its script."""
    if paper is None:
        return ()
    said = paper.said
    if paper.part.kind != kinds.LECTURE:
        return said
    within, guest, *others = said
    lecturer = paper.values.get("lecturer")
    post = Said("post", "职务", post_of(UUID(lecturer)) if lecturer else "")
    script = Said("script", "附讲稿", "见附件。" if has_script else "", form="text", ruled=1)
    named = replace(within, words=within.words or guest.words)
    return (named, post, Said("topic", "题目", paper.part.topic, width=4), *others, script)


def review(part: Part, order: Sequence[Person]) -> shape.Review | None:
    """Its standings are for those who keep the record; see `without_standings`."""
    if part.kind != kinds.REVIEW:
        return None
    note = ReviewNote.objects.filter(part=part).select_related("overseer", "counter").first() or ReviewNote(part=part)
    return shape.Review(
        issued=note.issued,
        collected=note.collected,
        valid=note.valid,
        overseer=note.overseer.name if note.overseer else "",
        counter=note.counter.name if note.counter else "",
        standings=tuple(_standing(row) for row in standings_of(part, order)),
        committee=note.committee,
    )


def standings_of(part: Part, order: Sequence[Person]) -> list[Standing]:
    """The counts of a review, in reading order."""
    places = {person.pk: place for place, person in enumerate(order)}
    rows = part.standings.select_related("person")
    return sorted(rows, key=lambda row: places.get(row.person_id, len(places)))


def _standing(row: Standing) -> shape.PrintedStanding:
    grade = str(row.get_grade_display()) if row.grade else ""
    return shape.PrintedStanding(row.person.name, row.excellent, row.qualified, row.basic, row.unqualified, grade)
