"""Plan an occasion, change it, call it off: with its paper, with what hangs on its parts, and telling whom it concerns."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.activities import actions
from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.writing import edition_of, topic_in
from navmark.foundation.activities.planning.foreseen import begin_joined, foreseen
from navmark.foundation.activities.planning.suggesting import number_due
from navmark.foundation.activities.plans import Plan
from navmark.foundation.activities.telling import tell_of_cancellation, tell_of_move
from navmark.foundation.papers.actions import begin
from navmark.foundation.papers.description import Values
from navmark.foundation.people.models import Person

Follower = Callable[..., object]  # (activity, *, by, at)
_followers: list[Follower] = []


def follow_plans(follower: Follower) -> None:
    """Call it, in the same transaction, whenever an occasion was arranged or its plan changed: what its parts then need."""
    _followers.append(follower)


@transaction.atomic
def arrange(plan: Plan, given: Values | None = None, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Activity:
    """Plan it; the paper of a kind from data is begun with what is known and what was `given`."""
    one = kind(plan.parts[0].kind)
    if not one.is_data:
        activity = actions.plan(plan, by=by, at=at, on_behalf_of=on_behalf_of)
    else:
        activity = _with_paper(plan, one, given or {}, by=by, at=at, on_behalf_of=on_behalf_of)
    begin_joined(activity, by=by, at=at)
    _follow(activity, by=by, at=at)
    return activity


def _with_paper(plan: Plan, one: Kind, given: Values, *, by: Person, at: datetime, on_behalf_of: Person | None) -> Activity:
    edition, day = edition_of(one), localdate(plan.starts_at)
    values = {**foreseen(one, edition.description, plan), **given}
    first, *others = plan.parts
    parts = [replace(first, topic=topic_in(edition.description, values)), *others]
    activity = actions.plan(replace(plan, parts=parts), by=by, at=at, on_behalf_of=on_behalf_of)
    due = number_due(one, plan.unit, day)
    if due is not None:
        activity.due_count = due
        activity.save(update_fields=["due_count"])
    begin(activity, edition, values, by=by, at=at)
    return activity


@transaction.atomic
def rearrange(activity: Activity, plan: Plan, *, by: Person, at: datetime, because: str = "") -> Activity:
    """Change the plan of what is not complete, and tell whoever was expected of a move. Raises what `actions.change` does."""
    before, activity = activity, actions.change(activity, plan, by=by, at=at, because=because)
    begin_joined(activity, by=by, at=at)
    _follow(activity, by=by, at=at)
    tell_of_move(activity, before=before, by=by, at=at)
    return activity


def _follow(activity: Activity, *, by: Person, at: datetime) -> None:
    for follow in _followers:
        follow(activity, by=by, at=at)


@transaction.atomic
def call_off(activity: Activity, *, because: str, by: Person, at: datetime) -> Activity:
    """Cancel what lies ahead and tell whoever was expected. Raises AlreadyHeld."""
    activity = actions.cancel(activity, because=because, by=by, at=at)
    tell_of_cancellation(activity, by=by, at=at)
    return activity
