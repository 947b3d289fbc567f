"""What waits of the hours: late in the year one row for the clerk of a branch, while somebody's are open. It names nobody."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import SCHOOL, Matter, Source, register
from navmark.foundation.people.circles.named import CLERK, SECRETARY
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches
from navmark.foundation.records.states import RecordState, when_turned
from navmark.foundation.study.actions import STUDIED
from navmark.foundation.study.year import StudyYear
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id
from navmark.pillars.demonstration.theory_study.members import of_branch

ASKED_OF_ALL = "C01"  # what more is asked of whoever leads is known from memory: it waits for nobody
FROM_MONTH = 11  # early enough that a session still can be arranged


def open_hours(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """From November to the end of the year. No query before; then nine a branch at most."""
    if on.month < FROM_MONTH:
        return
    year = StudyYear(on.year, on=on, in_use_since=School.objects.get(pk=active_school_id()).in_use_since)
    for branch in branches(on):
        if any(finding.rule_id == ASKED_OF_ALL for line in of_branch(year, branch) for finding in line.findings):
            with override(settings.LANGUAGE_CODE):
                title = _("Some members' hours of study are still open: arrange study before the year ends")
            yield Matter(
                source=branch.pk, about=branch.pk, title=title, step=Step.GO_ON, place=branch.pk, circles=(CLERK, SECRETARY),
                opens_on=date(on.year, FROM_MONTH, 1), due_on=date(on.year, 12, 31), page=reverse("theory_study:members"),
                rule_id=ASKED_OF_ALL,
            )  # fmt: skip


def follow_record(activity: Activity, state: RecordState, by: Person, at: datetime) -> None:
    """Whoever was there counts from when the record is complete."""
    if state != RecordState.LOCKED and localdate(at).month >= FROM_MONTH:
        waiting.changed(STUDIED, at=at)


register(Source("study_hours", (SCHOOL, STUDIED), open_hours))
when_turned(ACTIVITY, follow_record)
