"""Who hosts and records what is planned or not yet written up, when somebody leaves."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities import access
from navmark.foundation.activities.actions import name_instead
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.states import state_of
from navmark.foundation.people.handing import HandingSource, HeldThing, Passing, register
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer


def _of(person: Person) -> list[Activity]:
    rows = Activity.objects.filter(Q(host=person) | Q(recorder=person), completed_at__isnull=True, closed_at__isnull=True)
    rows = rows.exclude(state=ActivityState.CANCELLED).select_related("unit", "unit__parent").prefetch_related("parts", "roll")
    return list(rows.order_by("starts_at", "pk"))


def held(viewer: Viewer, person: Person) -> list[HeldThing]:
    """Three queries."""
    now = timezone.now()
    return [
        HeldThing(one.pk, one.title, str(state_of(one, at=now).label), one.day, page_of(one), access.may_keep(viewer, one))
        for one in _of(person)
    ]


@transaction.atomic
def hand_on(ids: Collection[UUID], passing: Passing) -> None:
    for one in _of(passing.was):
        if one.pk in ids:
            name_instead(one, passing.was, passing.now, by=passing.by, at=passing.at)


register(HandingSource("occasions", _("Occasions to hold or to write up"), held, hand_on))
