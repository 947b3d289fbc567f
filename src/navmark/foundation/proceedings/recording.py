"""What the record of an activity owes to this room: its self-check, and tasks that become their owners' duties."""

from datetime import datetime

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.cadence import actions as cadence
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.proceedings.selfcheck import findings
from navmark.foundation.records import selfcheck
from navmark.foundation.records.states import RecordState, when_turned


def tasks_become_duties(activity: Activity, state: RecordState, by: Person, at: datetime) -> None:
    """What was decided to be done is its owner's task once the record is complete."""
    if state != RecordState.SUBMITTED:
        return
    for task in FollowUp.objects.filter(decision__item__part__activity=activity).select_related("owner"):
        cadence.one_off(title=task.what, owner=task.owner, due_on=task.due_on, source=("follow_up", task.pk), by=by, at=at)


selfcheck.register(ACTIVITY, findings)
when_turned(ACTIVITY, tasks_become_duties)
