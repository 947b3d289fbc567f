"""Every address of a tour, and who may open it: here the clerk owns it and leads its only group."""

from datetime import datetime
from typing import Any

from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.known import register
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import CODE

NAMED = (MOVED, *[MOVED] * 5, NONE)  # to the page that asks what for
READ = (MOVED, *[OK] * 5, NONE)
KEPT = (MOVED, NO, NO, OK, NO, NO, NONE)
TOUR, GROUP = ("tour",), ("tour", "tour_group")
TABLE = {
    "tours:tour": Door(READ, TOUR),
    "tours:groups": Door(KEPT, TOUR),
    "tours:group": Door(NAMED, GROUP),
    "tours:care": Door(NAMED, GROUP),
    "tours:rosters": Door(NAMED, TOUR),
    "tours:counts": Door(READ, TOUR),
    "tours:study": Door(READ, TOUR),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    grade, _made = Unit.objects.get_or_create(kind=UnitKind.GRADE, number=1, defaults={"name": "一年级"})
    given = {"site": "纪念馆", "goes_on": at.date(), "purpose": "看一看"}
    entry = add(register(CODE), EntryHead(grade, "一年级研学", at.date(), who["clerk"]), given, by=who["clerk"], at=at)
    group = TourGroup.objects.create(tour=entry, number=1, leader=who["clerk"])
    return {"tour": entry.pk, "tour_class": Unit.objects.get(kind=UnitKind.CLASS).pk, "tour_group": group.pk}


DOORS = Doors(TABLE, things)
