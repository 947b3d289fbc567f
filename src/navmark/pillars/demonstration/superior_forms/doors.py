"""Every address of superiors' forms, and who may open it."""

from datetime import datetime
from typing import Any

from navmark.foundation.people.models import Person
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.pillars.demonstration.superior_forms.actions import keep
from navmark.pillars.demonstration.superior_forms.demo import as_sent

KEPT = (MOVED, NONE, NONE, OK, OK, NONE, NONE)
TABLE = {
    "superior_forms:index": Door((MOVED, NO, NO, OK, OK, NO, OK)),
    "superior_forms:form": Door(KEPT, ("superior_form",)),
    "superior_forms:filled": Door(KEPT, ("superior_form",)),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    return {"superior_form": keep(as_sent(), title="", by=who["clerk"], at=at).pk}


DOORS = Doors(TABLE, things)
