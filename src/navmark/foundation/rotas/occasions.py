"""What the room of activities learns of turns: whose it is when an occasion is planned, and what stands in a calendar."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import override

from navmark.foundation.activities import feeding
from navmark.foundation.activities.kinds import Kind, data_kinds
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import follow_plans
from navmark.foundation.activities.planning.foreknown import foreknows, goes_with
from navmark.foundation.people.models import Person, Post, Unit
from navmark.foundation.people.models.post import HEADS
from navmark.foundation.rotas import known
from navmark.foundation.rotas.joining import join, part_from, turn_on
from navmark.foundation.rotas.models import Turn, TurnState


@foreknows
def whose_turn(kind: Kind, unit: Unit, day: date) -> Mapping[str, Any]:
    """Field of its paper, or code of a rota that fills none or is that of a part which may join it -> id of whoever has the turn
    that day; a query for each such rota."""
    own = {one.field or one.code: one for one in known.rotas() if one.activity_kind == kind.code}
    joining = {one.code for one in data_kinds() if kind.code in one.joins}
    own |= {one.code: one for one in known.rotas() if one.activity_kind in joining}
    found = {key: turn_on(one, unit, day) for key, one in own.items()}
    return {key: str(turn.holder_id) for key, turn in found.items() if turn is not None}


@goes_with
def beside_it(kind: Kind, unit: Unit, day: date) -> Iterable[tuple[str, str]]:
    """What goes with the occasion and fills no field of its paper; a query for each such rota."""
    for one in known.rotas():
        if one.activity_kind == kind.code and not one.field and (turn := turn_on(one, unit, day)):
            yield one.name, turn.holder


def joined(activity: Activity, *, by: Person, at: datetime) -> None:
    """An occasion was arranged or moved: the turns of its period are its turns, and go with it from then on."""
    kinds = {part.kind for part in activity.parts.all()}
    part_from(activity, kinds, at=at)
    for one in known.rotas():
        if one.activity_kind in kinds:
            rows = Turn.objects.filter(rota=one, unit=activity.unit_id, starts_on__lte=activity.day, ends_on__gte=activity.day)
            join(one, rows.select_related("rota", "activity"), by=by, at=at)


follow_plans(joined)


@feeding.fed
def in_calendar(person: Person, first: date, last: date) -> Iterable[feeding.WholeDays]:
    """Her own turns that have no occasion, and those of what she heads."""
    heads = Post.objects.filter(person=person, kind__in=HEADS, unit__isnull=False, to_day__isnull=True).values("unit")
    rows = Turn.objects.filter(
        Q(person=person) | Q(holder_unit__in=heads), state=TurnState.CONFIRMED, ends_on__range=(first, last)
    )
    with override(settings.LANGUAGE_CODE):
        for turn in rows.select_related("rota", "activity", "holder_unit"):
            shift = turn.rota.shift_called(turn.shift) if turn.shift else ""
            words = " ".join(filter(None, (turn.rota.title, turn.rota.post_called(turn.post) if turn.post else "", shift)))
            day = turn.day
            yield feeding.WholeDays(turn.pk, words, day or turn.starts_on, day or turn.ends_on, turn.changed_at)
