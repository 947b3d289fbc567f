"""From an occasion, its roll and its record to the facts of the head."""

from datetime import date

from django.utils.timezone import localdate

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.printed.facts import Headcount, OccasionHead, PrintedAbsence
from navmark.foundation.activities.roll import Place, Roll
from navmark.foundation.activities.tidying import is_made_up
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.people.models import Person
from navmark.foundation.printing.closing import MadeUp
from navmark.foundation.records.models import Record


def head_facts(activity: Activity, record: Record, roll: Roll, whole: Roll, *, organisation: str, sequence: str) -> OccasionHead:
    """Of the part with this `roll`; the `whole` roll says who is no observer. Who was there is told once everybody is marked."""
    tidied = localdate(record.submitted_at) if record.submitted_at else None
    present = Headcount(roll.present, roll.apart_present, roll.present - roll.apart_present, roll.entitled_present)
    guests = (*_recorder_beside(activity, whole), *(guest.name for guest in activity.guests.all()))
    return OccasionHead(
        organisation=organisation,
        sequence=sequence,
        start=activity.starts_at,
        end=activity.ends_at,
        place=activity.place,
        host=activity.host.name if activity.host else "",
        recorder=activity.recorder.name if activity.recorder else "",
        expected=Headcount(roll.expected, roll.apart, roll.others, roll.entitled),
        present=Headcount() if roll.unmarked else present,
        absent=tuple(_absence(place) for place in roll.away),
        late=tuple(place.person.name for place in roll.late),
        observers=(*(place.person.name for place in roll.observers if place.row.is_there), *guests),
        tidied_on=tidied,
        made_up=_made_up(activity, record, tidied),
        separate_number=record.separate_number,
    )


def _recorder_beside(activity: Activity, whole: Roll) -> list[str]:
    """Who writes the record and is not expected is an observer, without being entered as one."""
    recorder, known = activity.recorder, [place.person for place in (*whole.places, *whole.observers)]
    return [recorder.name] if recorder and recorder not in known else []


def _absence(place: Place) -> PrintedAbsence:
    return PrintedAbsence(place.person.name, place.row.reason, str(place.row.get_presence_display()))


def _made_up(activity: Activity, record: Record, tidied: date | None) -> MadeUp | None:
    if tidied is None or not is_made_up(activity.day, tidied, calendar=work_calendar()):
        return None
    who = Person.objects.filter(pk=record.submitted_by).first()
    return MadeUp(who.name if who else "", tidied)
