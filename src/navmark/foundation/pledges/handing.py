"""What somebody took upon herself passes to another of the same circle."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.handing import HandingSource, HeldThing, Passing, register
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.actions import hand_over
from navmark.foundation.pledges.files import page_of
from navmark.foundation.pledges.models import Pledge, PledgeState


def _of(person: Person) -> list[Pledge]:
    rows = Pledge.objects.filter(holder=person, state=PledgeState.TAKEN).order_by("kind", "from_day", "pk")
    return list(rows.select_related("kind", "unit", "about_unit", "about_person", "about_entry"))


def held(viewer: Viewer, person: Person) -> list[HeldThing]:
    """One query."""
    return [
        HeldThing(one.pk, f"{one.kind.title}：{Thing.of(one, viewer.on).name}", "", None, page_of(one), access.keeps(viewer, one))
        for one in _of(person)
    ]


@transaction.atomic
def hand_on(ids: Collection[UUID], passing: Passing) -> None:
    for one in _of(passing.was):
        if one.pk in ids:
            hand_over(one, passing.now, on=passing.on, reason=passing.reason, by=passing.by, at=passing.at)


register(HandingSource("pledges", _("Taken on"), held, hand_on))
