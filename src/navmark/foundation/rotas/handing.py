"""The turns that are still ahead of somebody who leaves pass to another; the order goes on as if she had had them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from navmark.foundation.people.handing import HandingSource, HeldThing, Passing, register
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, actions
from navmark.foundation.rotas.holders import of_person
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.pages import page_of


def _of(person: Person, on: date) -> list[Turn]:
    rows = Turn.objects.filter(person=person, ends_on__gte=on, kept_at__isnull=True).select_related("rota", "unit", "activity")
    return [one for one in rows.order_by("starts_on", "pk") if not one.is_kept and (one.day or one.ends_on) >= on]


def _title(one: Turn) -> str:
    """In the school's own language: it is kept on the sheet."""
    with override(settings.LANGUAGE_CODE):
        return f"{one.rota.title}：{' '.join(filter(None, (one.place_in_words, one.when)))}"


def held(viewer: Viewer, person: Person) -> list[HeldThing]:
    """One query."""
    return [
        HeldThing(
            one.pk, _title(one), str(one.get_state_display()), one.day or one.ends_on, page_of(one),
            access.keeps(viewer, one.rota, one.unit),
        )
        for one in _of(person, viewer.on)
    ]  # fmt: skip


@transaction.atomic
def hand_on(ids: Collection[UUID], passing: Passing) -> None:
    """Raises AwayThen where the new one is away on such a day."""
    for one in _of(passing.was, localdate(passing.at)):
        if one.pk in ids:
            actions.hand_on(one, of_person(passing.now), by=passing.by, at=passing.at)


register(HandingSource("turns", _("Turns ahead"), held, hand_on))
