"""What was done of a pledge is written down, and corrected."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.queries import answers_of, newest
from navmark.foundation.people.models import Person
from navmark.foundation.pledges import refusals
from navmark.foundation.pledges.actions.taking import PLEDGE
from navmark.foundation.pledges.models import Pledge, PledgeLog


@transaction.atomic
def write(pledge: Pledge, given: Values, *, day: date, paper_day: date | None = None, by: Person, at: datetime) -> PledgeLog:
    """A word of what was done; also of a pledge that has ended, for a day on which it was held. Raises NotYet, BeforeItBegan."""
    _refuse_day(pledge, day, at)
    log = PledgeLog.objects.create(pledge=pledge, day=day, made_by=by.pk, made_at=at, paper_day=paper_day)
    paper = newest(pledge.kind.paper)
    if paper is not None:
        begin(log, paper, given, by=by, at=at)
    record("pledges.written", by=by, at=at, subject=pledge, day=day)
    waiting.changed(PLEDGE, [pledge.pk], at=at)
    return log


@transaction.atomic
def rewrite(log: PledgeLog, given: Values, *, day: date, revision: int, by: Person, at: datetime) -> PledgeLog:
    """As it should stand. Raises NotYet, BeforeItBegan, Stale, Unfit."""
    _refuse_day(log.pledge, day, at)
    before = Before(log, "day", about=log.pledge)
    log.day = day
    log.save(update_fields=["day"])
    answers = answers_of(log)
    if answers is not None:
        answer(answers, given, revision=revision, by=by, at=at, about=log.pledge)
    if changes := before.changes(log):
        record("pledges.written", by=by, at=at, subject=log.pledge, changes=changes)
        waiting.changed(PLEDGE, [log.pledge_id], at=at)
    return log


def _refuse_day(pledge: Pledge, day: date, at: datetime) -> None:
    if day > localdate(at):
        raise refusals.NotYet
    if pledge.from_day and day < pledge.from_day:
        raise refusals.BeforeItBegan(pledge.from_day)
