"""Every address of organised study, and who may open it."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches
from navmark.foundation.programme.at_a_stroke import held, plan_of
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.known import register
from navmark.foundation.study.models import HowStudied, NotedStudy
from navmark.pillars.demonstration.theory_study.plans import PLAN

SEEN = (MOVED, NO, NO, OK, OK, NO, OK)
KEPT = (MOVED, NO, NO, OK, OK, NO, NONE)
TABLE = {
    "theory_study:mine": Door((MOVED, *[OK] * 6)),
    "theory_study:own_sheet": Door((MOVED, *[OK] * 6)),
    "theory_study:members": Door(SEEN),
    "theory_study:table": Door(SEEN),
    "theory_study:sheet": Door(SEEN),
    "theory_study:course": Door(SEEN),
    "theory_study:brought": Door(SEEN),
    "theory_study:person": Door(KEPT, ("studying_member",)),
    "theory_study:make_up": Door(KEPT, ("studied",)),
    "theory_study:take_back": Door((MOVED, NO, NO, MOVED, NONE, NO, NONE), ("noted_study",), "post"),
    "theory_study:plan": Door((MOVED, NONE, OK, OK, OK, NONE, NONE), ("study_line",)),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    clerk, day = who["clerk"], at.date()
    branch = branches(day)[0]
    line = add(register(PLAN), EntryHead(branch, "学习", day, clerk), {"who": "党员", "planned": day}, by=clerk, at=at)
    noted = NotedStudy.objects.create(
        person=who["secretary"], how=HowStudied.COURSE, on=day, hours=Decimal(8), what="培训", noted_by=clerk.pk, noted_at=at
    )
    starts_at = at - timedelta(hours=2)
    plan = plan_of("party_lecture", branch, starts_at, host=who["secretary"], recorder=clerk)
    studied = held(plan, planned_at=starts_at, at=at)
    Activity.objects.filter(pk=studied.pk).update(completed_at=at)
    return {"studied": studied.pk, "study_line": line.pk, "noted_study": noted.pk, "studying_member": who["secretary"].pk}


DOORS = Doors(TABLE, things)
