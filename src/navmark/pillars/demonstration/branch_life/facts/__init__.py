"""From rows to the facts of a printed record: one Record a part. A locked record is read from its snapshot instead."""

from dataclasses import replace

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.printing import fonts
from navmark.foundation.printing.roll_sheet import RollSheet
from navmark.foundation.printing.storing import from_facts, to_facts
from navmark.foundation.records.printed import amendments_of
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life.facts.before import head_before, paper_before
from navmark.pillars.demonstration.branch_life.facts.meeting import Builder
from navmark.pillars.demonstration.branch_life.facts.talk import talk
from navmark.pillars.demonstration.branch_life.sheets import roll, shape


def records_of(activity: Activity) -> dict[Part, shape.PrintedRecord]:
    """What is printed of this activity, part by part: the snapshot once it is locked, else the rows as they stand.

    A talk's sealed words are never in the snapshot; they are added from their own row when the talk is printed.
    """
    record = record_of(activity)
    parts = list(activity.parts.all())
    if record.is_locked and record.snapshot:
        frozen = {part: _frozen(record.snapshot[str(part.position)]) for part in parts}
        amendments = amendments_of(record)
        return {part: replace(record, amendments=amendments, talk=talk(part)) for part, record in frozen.items()}
    return Builder(activity, record).records(parts)


def snapshot_of(activity: Activity) -> dict[str, dict]:
    """The facts to freeze at the lock, by the part's position, and with them the faces of today; what a talk said is left out."""
    built = Builder(activity, record_of(activity)).records(list(activity.parts.all()))
    locked = {part: replace(record, amendments=(), talk=None, faces=fonts.chosen()) for part, record in built.items()}
    return {str(part.position): to_facts(record) for part, record in locked.items()}


def _frozen(stored: dict) -> shape.PrintedRecord:
    """What was locked before its faces were noted is printed in ours, whatever this machine has by now."""
    record = from_facts(shape.PrintedRecord, {**stored, "head": head_before(stored["head"])})
    return replace(record, paper=record.paper or paper_before(stored), faces=record.faces or fonts.OURS_ALONE)


def without_standings(record: shape.PrintedRecord) -> shape.PrintedRecord:
    """For whoever does not keep the record: how the others were graded is not theirs to read."""
    if record.review is None:
        return record
    return replace(record, review=replace(record.review, standings=(), committee=()))


def roll_of(activity: Activity) -> RollSheet:
    """Of the whole gathering, as its first part tells it."""
    return roll.roll_sheet(next(iter(records_of(activity).values())))
