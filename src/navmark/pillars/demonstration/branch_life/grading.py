"""民主评议党员: the count of the ballots, and what the rules say of it. Grades are given by people."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.proceedings.refusals import require_two
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.records.findings import SelfCheckFinding
from navmark.foundation.records.queries import record_of
from navmark.foundation.statute import findings as statute
from navmark.foundation.statute.checks.review import excellent_share, may_be_graded
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.branch_life.models import Grade, ReviewNote, Standing

COUNTS = ("excellent", "qualified", "basic", "unqualified")
OF_COMMITTEE = ("committee_good", "committee_fairly_good", "committee_average", "committee_poor")


class NotLocked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The record is not locked yet: grades can still change. Acknowledge them once it is locked."))


class TooMany(Refusal):
    """Rows with more marks than there are valid ballots: whose (None: the committee's as a body), and in words."""

    def __init__(self, rows: Mapping[Person | None, str]) -> None:
        names = {one: one.name if one else _("The committee") for one in rows}
        super().__init__(" ".join(f"{names[one]} {words}" for one, words in rows.items()))
        self.rows = rows


def graded(roll: Roll) -> list[Person]:
    """Who stands on the ballot: the full members, present or not; probationary members take part and are not graded."""
    return [place.person for place in roll.places if place.is_apart]


@transaction.atomic
def count(
    part: Part, ballots: Ballots, standings: Mapping[Person, Mapping[str, int | str]], *, overseer: Person, counter: Person,
    by: Person, at: datetime, committee: Mapping[str, int | None] | None = None,
) -> None:  # fmt: skip
    """Enter what the counters found, for everybody on the ballot at once, and for the committee as a body.

    Raises Impossible, TooMany, OneForTwo, Locked.
    """
    open_record(part.activity)
    require_two(overseer, counter)
    roll = Rolls(part.activity).of(part)
    ballots.check(present=roll.apart_present)
    _require_fewer(standings, committee or {}, ballots.valid)
    note = ReviewNote.objects.filter(part=part).first() or ReviewNote(part=part)
    before = Before(note, "issued", "collected", "invalid", "overseer", "counter", *OF_COMMITTEE)
    note.issued, note.collected, note.invalid = ballots.issued, ballots.collected, ballots.invalid
    note.overseer, note.counter = overseer, counter
    for name in OF_COMMITTEE:
        setattr(note, name, (committee or {}).get(name))
    note.save()
    part.standings.all().delete()
    allowed = graded(roll)
    Standing.objects.bulk_create(Standing(part=part, person=one, **standings[one]) for one in allowed if one in standings)
    changes = before.changes(note)
    record("branch_life.written", by=by, at=at, subject=part.activity, sheet="Standing", people=len(standings), changes=changes)


def _require_fewer(standings: Mapping[Person, Mapping[str, int | str]], committee: Mapping[str, int | None], valid: int) -> None:
    marks: dict[Person | None, int] = {one: sum(int(row[name]) for name in COUNTS) for one, row in standings.items()}
    marks[None] = sum(one or 0 for one in committee.values())
    words = _("%(marks)s marks on %(valid)s valid ballots. Count this row again.")
    wrong = {one: words % {"marks": given, "valid": valid} for one, given in marks.items() if given > valid}
    if wrong:
        raise TooMany(wrong)


@transaction.atomic
def acknowledge(standing: Standing, *, by: Person, at: datetime) -> None:
    """本人知悉: she says so herself, or the keeper notes that she signed on paper. The locked print stays as it is.

    Raises NotLocked.
    """
    activity = standing.part.activity
    if not record_of(activity).is_locked:
        raise NotLocked
    if Standing.objects.filter(pk=standing.pk, known_on=None).update(known_on=localdate(at)):
        record("branch_life.acknowledged", by=by, at=at, subject=activity, standing=str(standing.pk))


def check(part: Part, roll: Roll) -> Iterator[statute.Finding | SelfCheckFinding]:
    """Before the record is submitted: what was forgotten, nobody graded who may not be, the share of the highest grade."""
    rows = list(part.standings.select_related("person"))
    yield from _forgotten(part, roll, rows)
    full = {person.pk for person in graded(roll)}
    if any(row.person_id not in full for row in rows):
        yield may_be_graded(full_member=False, on=part.activity.day)
    excellent = sum(row.grade == Grade.EXCELLENT for row in rows)
    if excellent:
        share = excellent_share(members=max(roll.expected, excellent), excellent=excellent, on=part.activity.day)
        if share.outcome == Outcome.PROBLEM:
            yield share


def _forgotten(part: Part, roll: Roll, rows: Sequence[Standing]) -> Iterator[SelfCheckFinding]:
    """Hints only: voters may leave a row blank, so fewer marks than papers can be right."""
    note = ReviewNote.objects.filter(part=part).first() or ReviewNote(part=part)
    if note.valid is None:
        yield SelfCheckFinding(f"unpolled-{part.pk}", _("The count of the review is not entered yet."))
        return
    places = {person.pk: place for place, person in enumerate(graded(roll))}
    fewer = [row for row in rows if sum(getattr(row, name) for name in COUNTS) < note.valid]
    if fewer:
        names = "、".join(row.person.name for row in sorted(fewer, key=lambda row: places.get(row.person_id, 0)))
        words = _("Fewer marks than %(valid)s valid ballots: %(names)s. If these rows were left blank, nothing need be done.")
        yield SelfCheckFinding(f"fewer-{part.pk}", words % {"valid": note.valid, "names": names})
