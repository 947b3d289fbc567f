"""签到表 of an occasion, for the table at the door: to be signed by hand."""

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.numbering import sequence_words
from navmark.foundation.activities.recording import roll_sheet_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing.roll_sheet import RollSheet, SignIn, roll_blocks
from navmark.foundation.printing.sheet import RuledColumn, Sheet

REMARK = (RuledColumn("备注", 68),)


def is_signed_in(one: Kind) -> bool:
    """Where only a number is kept, and where two talk, nobody signs."""
    return not one.is_counted and not one.is_private


def sign_in_sheet(activity: Activity) -> Sheet:
    """Of the whole gathering, with places for who sits in. No mark stands in it."""
    roll = roll_sheet_of(activity) or _plain(activity)
    return Sheet(roll.title, tuple(roll_blocks(roll, guests=activity.completed_at is None)), activity.day)


def _plain(activity: Activity) -> RollSheet:
    first = next(iter(activity.parts.all()))
    people = (place.person for place in Rolls(activity).whole().places)
    return RollSheet(
        title=f"{kind(first.kind).named}签到表",
        organisation=name_on(activity.unit, activity.day),
        sequence=sequence_words(first),
        start=activity.starts_at,
        place=activity.place,
        details=REMARK,
        people=tuple(SignIn(number, person.name, ("",)) for number, person in enumerate(people, start=1)),
    )
