"""What is usual of the branch's meetings: title, host and recorder by the rules."""

from dataclasses import replace
from datetime import date, time, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from navmark.foundation.activities.usual import Hands, Usual
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind


def title(what: str | Promise, unit: Unit, day: date) -> str:
    """2026年11月支委会; of a group with its name."""
    owner = f"{unit.name} " if unit.kind == UnitKind.PARTY_GROUP else ""
    return owner + _("%(kind)s, %(month)s/%(year)s") % {"kind": what, "month": day.month, "year": day.year}


def hands(unit: Unit, day: date) -> Hands:
    """The chair by rule (支部工作条例第十四条); the clerk records, else who sees to organisation."""
    if unit.kind == UnitKind.PARTY_GROUP:
        leader = people.leader_of(unit, day)
        return Hands(leader, _plain_member(unit, day, leader))
    recorder = people.clerks(unit, day).first() or people.holders_of((PostKind.ORGANISATION,), unit=unit, on=day).first()
    return Hands(people.secretary_of(unit, day), recorder)


def _plain_member(group: Unit, day: date, leader: Person | None) -> Person | None:
    """One of its own: who holds a post stands first in reading order, and is not asked."""
    members = people.in_reading_order(people.members_on(group, day), day)
    return next((person for person in reversed(members) if person != leader), None)


USUAL = Usual(start=time(16, 30), length=timedelta(hours=1), notice=3, day_as_last="", hands=hands, title=title)
EVERY_MONTH_ON_ITS_DAY = replace(USUAL, day_as_last="day of the month")
