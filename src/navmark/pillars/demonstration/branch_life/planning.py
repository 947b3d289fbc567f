"""A plan that opens filled in: everything the product knows about the next meeting of a kind stands in it already."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.numbering import next_numbers
from navmark.foundation.activities.queries import latest
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.pillars.demonstration.branch_life import kinds

USUAL_START = time(16, 30)
USUAL_LENGTH = timedelta(hours=1)
LEAD = 3  # days of notice people need


@dataclass(frozen=True)
class Suggestion:
    """What the plan's form opens with."""

    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    host: Person | None
    recorder: Person | None
    numbers: dict[str, int]  # 年度第几次, of this kind and of what may be held with it


def suggest(kind: str, unit: Unit, *, now: datetime, due_on: date | None = None) -> Suggestion:
    """Time of day, length and place as last time; the day before the duty is due, with notice where there is time for it;
    the chair by rule (支部工作条例第十四条); the recorder as last time, else one of the group, or the clerk."""
    last = latest(kind, unit, before=now)
    start, length = _clock(last)
    day = suggested_day(kind, last, today=localtime(now).date(), due_on=due_on)
    starts_at = datetime.combine(day, start, tzinfo=get_current_timezone())
    return Suggestion(
        title=title_for(kind, unit, day),
        starts_at=starts_at,
        ends_at=starts_at + length,
        place=last.place if last else "",
        host=usual_host(unit, day),
        recorder=_usual_recorder(unit, day, last),
        numbers=next_numbers([kind, *(one.code for one in companions(kind))], unit, day.year),
    )


def companions(kind: str) -> list[Kind]:
    """What may be held in one gathering with this kind: what the same unit holds, with the same people."""
    own = kinds.by_code(kind)
    same = [one for one in kinds.KINDS if (one.unit_kind, one.expected) == (own.unit_kind, own.expected)]
    return [] if kind == kinds.TALK else [one for one in same if one != own]


def title_for(kind: str, unit: Unit, day: date) -> str:
    """In the school's language, whatever the screen's: it stands on the record."""
    with override(settings.LANGUAGE_CODE):
        return _title_for(kind, unit, day)


def _title_for(kind: str, unit: Unit, day: date) -> str:
    name = str(activity_kinds.kind(kind).title)
    owner = f"{unit.name} " if unit.kind == UnitKind.PARTY_GROUP else ""
    return owner + _("%(kind)s, %(month)s/%(year)s") % {"kind": name, "month": day.month, "year": day.year}


def retitled(title: str, kind: str, unit: Unit, *, was: date, now: date) -> str:
    """The title for the new day if it was the one suggested for the old day, in whatever language; else as it was typed.

    The new one is in the school's language."""
    for language, _name in settings.LANGUAGES:
        with override(language):
            if title == _title_for(kind, unit, was):
                return title_for(kind, unit, now)
    return title


def suggested_day(kind: str, last: Activity | None, *, today: date, due_on: date | None) -> date:
    """A workday: for the themed day its usual day of the month, else a few days from now; never past the due day."""
    calendar = work_calendar()
    wished = today + timedelta(days=LEAD)
    if kind == kinds.THEME_DAY and last is not None:
        usual = wished.replace(day=min(last.day.day, 28))
        wished = usual if usual >= today else wished
    if due_on is not None and wished > due_on:
        wished = max(due_on, today)
    return _workday_near(calendar, wished, not_before=today, not_after=due_on)


def _workday_near(calendar: WorkCalendar, day: date, *, not_before: date, not_after: date | None) -> date:
    later = (day + timedelta(days=n) for n in range(10))
    earlier = (day - timedelta(days=n) for n in range(1, 10))
    for candidate in (*later, *earlier):
        in_time = not_after is None or candidate <= not_after
        if candidate >= not_before and in_time and calendar.day_kind(candidate).workday:
            return candidate
    return day


def _clock(last: Activity | None) -> tuple[time, timedelta]:
    if last is None:
        return USUAL_START, USUAL_LENGTH
    length = (last.ends_at - last.starts_at) if last.ends_at else USUAL_LENGTH
    return localtime(last.starts_at).time(), length


def usual_host(unit: Unit, day: date) -> Person | None:
    if unit.kind == UnitKind.PARTY_GROUP:
        return people.leader_of(unit, day)
    return people.secretary_of(unit, day)


def _usual_recorder(unit: Unit, day: date, last: Activity | None) -> Person | None:
    if last is not None and last.recorder is not None:
        return last.recorder
    if unit.kind == UnitKind.PARTY_GROUP:  # one of its own: who holds a post stands first in reading order, and is not asked
        members = people.in_reading_order(people.members_on(unit, day), day)
        return next((person for person in reversed(members) if person != people.leader_of(unit, day)), None)
    return (
        people.clerks(people.branch_of(unit), day).first()
        or people.holders_of(("organisation",), unit=people.branch_of(unit), on=day).first()
    )


def planned_for(kind: str, unit_id: object, first: date, last: date) -> Activity | None:
    """The activity that will fulfil, or fulfilled, the duty of this kind and unit between two days."""
    rows = Activity.objects.filter(parts__kind=kind, unit=unit_id, day__range=(first, last))
    return rows.exclude(state=ActivityState.CANCELLED).order_by("starts_at").first()
