"""What the demo school's branch held since the beginning, and what it has planned."""

from datetime import date, datetime

from django.utils.timezone import localdate

from navmark.foundation.people.queries import branches
from navmark.pillars.demonstration.branch_life.demo.meetings import hold_all
from navmark.pillars.demonstration.branch_life.demo.talks import talk_all


def build(*, since: date, at: datetime) -> None:
    branch = branches(localdate(at))[0]
    hold_all(branch, since=since, at=at)
    talk_all(branch, since=since, at=at)
