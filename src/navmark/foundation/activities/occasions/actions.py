"""Every write about an occasion that is more than its plan: its paper, its count, and that it is complete."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities import waiting
from navmark.foundation.activities.completing import complete, open_for_change
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.occasions.writing import Lack, lacks, paper_of_part, topic_in, written_of
from navmark.foundation.activities.part_papers import lacking_beside
from navmark.foundation.activities.refusals import TooEarly
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.papers.actions import answer
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.models import Person
from navmark.foundation.ui.refusals import Refusal

COUNTS = ("due_count", "there_count")


class Unfinished(Refusal):
    """`lacks` says what is missing."""

    def __init__(self, lacks: list[Lack]) -> None:
        self.lacks = lacks
        super().__init__(_("Still missing: %(what)s.") % {"what": "、".join(one.words for one in lacks)})


class MoreThanExpected(Refusal):
    def __init__(self) -> None:
        super().__init__(_("More were there than were expected. Correct one of the two."))


def note_topic(part: Part) -> None:
    """The plan's theme follows the paper of a kind from data."""
    answers = paper_of_part(part)
    if answers is not None:
        Part.objects.filter(pk=part.pk).update(topic=topic_in(answers.edition.description, answers.values))


@transaction.atomic
def count(activity: Activity, *, due: int | None, there: int | None, by: Person, at: datetime) -> Activity:
    """应到、实到, where no roll is kept; None takes it back. Raises TooEarly before the start, MoreThanExpected."""
    activity = open_for_change(activity)
    if there and at < activity.starts_at:
        raise TooEarly
    if due is not None and there is not None and there > due:
        raise MoreThanExpected
    before = Before(activity, *COUNTS)
    activity.due_count, activity.there_count = due, there
    activity.state = ActivityState.HELD if there else ActivityState.PLANNED
    activity.save(update_fields=[*COUNTS, "state"])
    waiting.changed(activity, at=at)
    if changes := before.changes(activity):
        record("activities.counted", by=by, at=at, subject=activity, changes=changes)
    return activity


@transaction.atomic
def finish(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """The record says all that there is to say. Raises Unfinished, NotYetBegun."""
    activity = open_for_change(activity)
    answers, known = written_of(activity)
    missing = [*lacks(activity, answers, known), *lacking_beside(activity)]
    if missing:
        raise Unfinished(missing)
    return complete(activity, by=by, at=at)


def finish_if_ready(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """Complete once nothing lacks and it has begun; else it stays open, and waits."""
    answers, known = written_of(activity)
    ready = at >= activity.starts_at and not list(lacks(activity, answers, known))
    return finish(activity, by=by, at=at) if ready else activity


def rewrite(activity: Activity, given: Values, *, by: Person, at: datetime) -> Answers | None:
    """Answer its paper beside whatever stands there, on the newest revision."""
    answers = answers_to(activity._meta.label_lower, [activity.pk]).get(activity.pk)
    return answer(answers, given, revision=answers.revision, by=by, at=at) if answers else None
