"""Every write about an occasion that is more than its plan: its paper, its count, and that it is complete."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities import actions, waiting
from navmark.foundation.activities.actions import Plan
from navmark.foundation.activities.completing import complete, open_for_change
from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions.writing import Lack, edition_of, known_of, lacks, topic_in, written_of
from navmark.foundation.activities.refusals import TooEarly
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_of, answers_to
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on
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


def title_for(one: Kind, unit: Unit, day: date) -> str:
    """三年级(2)班主题班会（11月20日）, in the school's language whatever that of the page."""
    with override(settings.LANGUAGE_CODE):
        owner = "" if unit.kind == UnitKind.SCHOOL else name_on(unit, day)
        return f"{owner}{one.title}（{day.month}月{day.day}日）"[:120]


@transaction.atomic
def arrange(plan: Plan, given: Values, *, by: Person, at: datetime, due_count: int | None = None) -> Activity:
    """Plan it, begin its paper with what is known and what the plan was told."""
    one = kind(plan.parts[0].kind)
    edition, day = edition_of(one), localdate(plan.starts_at)
    known = known_of(plan.unit, day, host=plan.host)
    values = {**defaults(edition.description, _context(plan, one, day), known), **given}
    parts = [replace(plan.parts[0], topic=topic_in(edition.description, values))]
    activity = actions.plan(replace(plan, parts=parts), by=by, at=at)
    if due_count is not None:
        activity.due_count = due_count
        activity.save(update_fields=["due_count"])
    begin(activity, edition, values, by=by, at=at)
    return activity


def _context(plan: Plan, one: Kind, day: date) -> dict[str, Any]:
    last = Activity.objects.filter(parts__kind=one.code, unit=plan.unit, starts_at__lt=plan.starts_at)
    before = last.exclude(state=ActivityState.CANCELLED).order_by("-starts_at").first()
    answers = answers_of(before) if before else None
    return {"host": plan.host, "unit": plan.unit, "day": day, "last": answers.values if answers else {}}


def note_topic(activity: Activity) -> None:
    """The plan's theme follows the paper."""
    answers = answers_of(activity)
    if answers is not None:
        activity.parts.update(topic=topic_in(answers.edition.description, answers.values))


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
    missing = list(lacks(activity, answers, known))
    if missing:
        raise Unfinished(missing)
    return complete(activity, by=by, at=at)


def rewrite(activity: Activity, given: Values, *, by: Person, at: datetime) -> Answers | None:
    """Answer its paper beside whatever stands there, on the newest revision."""
    answers = answers_to(activity._meta.label_lower, [activity.pk]).get(activity.pk)
    return answer(answers, given, revision=answers.revision, by=by, at=at) if answers else None
