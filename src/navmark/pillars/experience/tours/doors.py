"""Every address of a tour, and who may open it: here the clerk owns it and leads its only group."""

from datetime import datetime
from typing import Any

from navmark.foundation.outings.models import OutingGroup
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.programme.bringing import MOVED, NONE, OK, Door, Doors
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.known import register
from navmark.pillars.experience.tours.rules import CODE

TABLE = {
    "tours:study": Door((MOVED, *[OK] * 5, NONE), ("tour",)),
    "tours:tour": Door((MOVED,) * 7, ("tour",)),
    "tours:of_tour": Door((MOVED,) * 7, ("tour", "rest")),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    grade, _made = Unit.objects.get_or_create(kind=UnitKind.GRADE, number=1, defaults={"name": "一年级"})
    given = {"site": "纪念馆", "goes_on": at.date(), "purpose": "看一看"}
    entry = add(register(CODE), EntryHead(grade, "一年级研学", at.date(), who["clerk"]), given, by=who["clerk"], at=at)
    group = OutingGroup.objects.create(entry=entry, number=1, leader=who["clerk"])
    return {"tour": entry.pk, "tour_class": Unit.objects.get(kind=UnitKind.CLASS).pk, "tour_group": group.pk, "rest": "groups/"}


DOORS = Doors(TABLE, things)
