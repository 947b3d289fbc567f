"""Meetings with a record, of kinds that belong to no mechanism: one that resolves, one that decides and submits."""

from datetime import timedelta

from navmark.foundation.activities import attendance
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.tests.factories import ALL, DURING, FEW, START, an_activity
from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.tests.factories import holder
from navmark.foundation.proceedings import deliberation
from navmark.foundation.proceedings.actions import agenda, deciding
from navmark.foundation.proceedings.deliberation import DecisionKind, Deliberation
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.records.findings import SelfCheckFinding
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.statute.outlook import Sitting

deliberation.register(
    (
        Deliberation(ALL.code, DecisionKind.RESOLUTION, Sitting.ASSEMBLY),
        Deliberation(FEW.code, DecisionKind.DECISION, Sitting.COMMITTEE, may_submit_to_assembly=True),
    )
)
LONG = "会议研究了本月的重点工作,逐项明确了分工、时限和责任人,要求月底前完成,并在下次会议上报告落实的情况和遇到的困难。"


def a_held_meeting(unit: Unit, kind: str = FEW.code, *, days: int = 0, hours_later: int = 0, **fields) -> Activity:
    """Everybody is there; the secretary hosts, the clerk records."""
    starts_at, clerk = START + timedelta(days=days, hours=hours_later), holder(PostKind.CLERK)
    fields = {"host": holder(PostKind.SECRETARY), "recorder": clerk, "starts_at": starts_at, "place": "会议室"} | fields
    activity = an_activity(unit, kind, by=clerk, at=starts_at - timedelta(days=1), **fields)
    attendance.all_others_present(activity, by=clerk, at=starts_at + timedelta(minutes=10))
    return Activity.fresh(activity.pk)


def an_item(activity: Activity, title: str = "研究工作", *, by: Person | None = None, **fields) -> AgendaItem:
    return agenda.add_item(activity.parts.get(), title=title, by=by or holder(PostKind.CLERK), at=DURING, **fields)


def a_meeting(branch: Unit, kind: str = FEW.code, **fields) -> Activity:
    """Held, with one item on its agenda that is written and decided."""
    activity = a_held_meeting(branch, kind, **fields)
    item = an_item(activity, "通报情况", points="本月完成三项工作。")
    deciding.decide(item, text="照此落实", by=holder(PostKind.CLERK), at=DURING)
    return activity


def told(activity: Activity) -> dict[str, SelfCheckFinding]:
    """What the self-check says: code without its row -> the finding."""
    return {one.code.split("-0")[0]: one for one in findings(record_of(activity))}
