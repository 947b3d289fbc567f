"""Every address of what superiors ask for, and who may open it."""

from datetime import datetime
from typing import Any

from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.pillars.demonstration.superior_notices.actions import Given, take_in

KEPT = (MOVED, NO, NO, OK, OK, NO, NONE)  # the neighbour has no programme yet
TABLE = {
    "superior_notices:index": Door(KEPT),
    "superior_notices:new": Door(KEPT),
    "superior_notices:asks": Door((MOVED, NONE, NONE, OK, OK, NONE, NONE), ("superior_notice",)),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    text = "关于报送总结的通知\n请于12月1日前报送总结。"
    given = Given(branches(at.date())[0], at.date(), text)
    return {"superior_notice": take_in(given, by=who["clerk"], at=at).pk}


DOORS = Doors(TABLE, things)
