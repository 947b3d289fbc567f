"""The turns that are written, and what must be true of them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from navmark.foundation.cadence import waiting
from navmark.foundation.rotas import refusals
from navmark.foundation.rotas.holders import Absences, Holder
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.stretches import Stretch


def locked(*ids: UUID) -> list[Turn]:
    """The rows as the database has them now, in the order asked, for whoever changes them."""
    rows = Turn.objects.select_for_update(of=("self",)).select_related("rota", "unit", "person", "holder_unit", "activity")
    found = {row.pk: row for row in rows.filter(pk__in=ids).order_by("pk")}
    return [found[pk] for pk in ids]


def changed(turns: Iterable[Turn], *, at: datetime) -> None:
    rows = list(turns)
    waiting.changed("turn", [pk for one in rows for pk in (one.pk, one.activity_id) if pk], at=at)
    waiting.changed("rota", list({one.rota_id for one in rows}), at=at)


def is_over(turn: Turn, *, at: datetime) -> bool:
    return turn.is_kept or (turn.day or turn.ends_on) < localdate(at)


def require_ahead(*turns: Turn, at: datetime) -> None:
    if any(is_over(one, at=at) for one in turns):
        raise refusals.TurnIsOver


def away_in(holder: Holder, stretch: Stretch, *, anyway: bool, field: str) -> str:
    """Why this holder is away then; nothing for a unit and for who is there. Raises AwayThen unless `anyway`."""
    if holder.person is None:
        return ""
    reason = Absences([holder.pk], stretch.starts, stretch.ends).reason(holder.pk, stretch.starts, stretch.ends)
    if reason and not anyway:
        raise refusals.AwayThen(holder.name, reason, field=field)
    return reason
