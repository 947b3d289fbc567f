"""签到表 of an occasion, for the table at the door: to be signed by hand."""

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.numbering import sequence_words
from navmark.foundation.activities.recording import roll_sheet_of
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing.roll_sheet import RollSheet, SignIn, roll_blocks
from navmark.foundation.printing.sheet import RuledColumn, Sheet

REMARK = (RuledColumn("备注", 68),)


def is_signed_in(one: Kind) -> bool:
    """Where only a number is kept, and where two talk, nobody signs."""
    return not one.is_counted and not one.is_private


def sign_in_sheet(activity: Activity) -> Sheet:
    """Of the whole gathering, with those who sit in and places for more. No mark stands in it."""
    whole = Rolls(activity).whole()
    roll = roll_sheet_of(activity) or _plain(activity, whole)
    drawn = roll_blocks(roll, guests=activity.completed_at is None, observers=sitting_in(activity, whole))
    return Sheet(roll.title, tuple(drawn), activity.day)


def sitting_in(activity: Activity, whole: Roll) -> list[str]:
    """列席: who was invited, whoever writes the record and is not expected, guests."""
    recorder, known = activity.recorder, [place.person.pk for place in (*whole.places, *whole.observers)]
    beside = [recorder.name] if recorder and recorder.pk not in known else []
    return [place.person.name for place in whole.observers] + beside + [guest.name for guest in activity.guests.all()]


def _plain(activity: Activity, whole: Roll) -> RollSheet:
    first = next(iter(activity.parts.all()))
    people = (place.person for place in whole.places)
    return RollSheet(
        title=f"{kind(first.kind).named}签到表",
        organisation=name_on(activity.unit, activity.day),
        sequence=sequence_words(first),
        start=activity.starts_at,
        place=activity.place,
        details=REMARK,
        people=tuple(SignIn(number, person.name, ("",)) for number, person in enumerate(people, start=1)),
    )
