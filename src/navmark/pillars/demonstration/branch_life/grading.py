"""民主评议党员: the count of the ballots, and what the rules say of it. Grades are given by people."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions.opening import open_minutes
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.proceedings.refusals import require_two
from navmark.foundation.statute.checks.review import excellent_share, may_be_graded
from navmark.foundation.statute.findings import Finding, Outcome
from navmark.pillars.demonstration.branch_life.models import Grade, ReviewNote, Standing

COUNTS = ("excellent", "qualified", "basic", "unqualified")


class TooMany(Refusal):
    """One member received more marks than there are valid ballots; `person` says whose row it is."""

    def __init__(self, person: Person, marks: int, valid: int) -> None:
        words = _("%(name)s: %(marks)s marks on %(valid)s valid ballots. Count this row again.")
        super().__init__(words % {"name": person.name, "marks": marks, "valid": valid})
        self.person = person


def graded(roll: Roll) -> list[Person]:
    """Who stands on the ballot: the full members, present or not; probationary members take part and are not graded."""
    return [place.person for place in roll.places if place.is_full]


@transaction.atomic
def count(
    part: Part, ballots: Ballots, standings: Mapping[Person, Mapping[str, int | str]], *, overseer: Person, counter: Person,
    by: Person, at: datetime,
) -> None:  # fmt: skip
    """Enter what the counters found, for everybody on the ballot at once. Raises Impossible, TooMany, Locked."""
    open_minutes(part.activity)
    roll = Rolls(part.activity).of(part)
    require_two(overseer, counter)
    ballots.check(present=roll.full_present)
    for person, row in standings.items():
        marks = sum(int(row[name]) for name in COUNTS)
        if marks > ballots.valid:
            raise TooMany(person, marks, ballots.valid)
    _save(part, ballots, standings, allowed=graded(roll), overseer=overseer, counter=counter)
    record("branch_life.written", by=by, at=at, subject=part.activity, sheet="Standing", people=len(standings))


def _save(
    part: Part, ballots: Ballots, standings: Mapping[Person, Mapping[str, int | str]], *, allowed: Sequence[Person],
    overseer: Person, counter: Person,
) -> None:  # fmt: skip
    note = ReviewNote.objects.filter(part=part).first() or ReviewNote(part=part)
    note.issued, note.collected, note.invalid = ballots.issued, ballots.collected, ballots.invalid
    note.overseer, note.counter = overseer, counter
    note.save()
    part.standings.all().delete()
    Standing.objects.bulk_create(Standing(part=part, person=one, **standings[one]) for one in allowed if one in standings)


def check(part: Part, roll: Roll) -> Iterator[Finding]:
    """Before the record is submitted: nobody graded who may not be, and the share of the highest grade."""
    rows = list(part.standings.all())
    full = {person.pk for person in graded(roll)}
    if any(row.person_id not in full for row in rows):
        yield may_be_graded(full_member=False, on=part.activity.day)
    excellent = sum(row.grade == Grade.EXCELLENT for row in rows)
    if excellent:
        share = excellent_share(members=max(roll.expected, excellent), excellent=excellent, on=part.activity.day)
        if share.outcome == Outcome.PROBLEM:
            yield share
