"""What was decided to be done passes to another; who was named in the record stays named there."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.access import may_keep
from navmark.foundation.activities.pages import page_of
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.handing import HandingSource, HeldThing, Passing, register
from navmark.foundation.people.models import Person
from navmark.foundation.people.on_behalf import types_for_others
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings.models import FollowUp

OCCASION = "decision__item__part__activity"


def _of(person: Person) -> list[FollowUp]:
    hers = Q(taken_over_by=person) | Q(taken_over_by__isnull=True, owner=person)
    rows = FollowUp.objects.filter(hers, done_on__isnull=True).select_related(f"{OCCASION}__unit__parent")
    return list(rows.prefetch_related(f"{OCCASION}__parts", f"{OCCASION}__roll").order_by("due_on", "pk"))


def held(viewer: Viewer, person: Person) -> list[HeldThing]:
    """Three queries."""
    return [_held(viewer, one) for one in _of(person)]


def _held(viewer: Viewer, one: FollowUp) -> HeldThing:
    activity = one.decision.item.part.activity
    may = types_for_others(viewer, activity.unit) or may_keep(viewer, activity)
    return HeldThing(one.pk, one.what, activity.title, one.due_on, page_of(activity), may)


@transaction.atomic
def hand_on(ids: Collection[UUID], passing: Passing) -> None:
    moved = [one for one in _of(passing.was) if one.pk in ids]
    for one in moved:
        activity = one.decision.item.part.activity
        before = Before(one, "taken_over_by", about=one)
        one.taken_over_by = None if one.owner_id == passing.now.pk else passing.now
        one.save(update_fields=["taken_over_by"])
        record(
            "proceedings.handed_on", by=passing.by, at=passing.at, subject=activity, changes=before.changes(one), what=one.what
        )
    waiting.changed("activity", [one.decision.item.part.activity_id for one in moved], at=passing.at)


register(HandingSource("follow_ups", _("What was decided to be done"), held, hand_on))
