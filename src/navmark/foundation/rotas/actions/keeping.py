"""A turn is taken over, kept, or not after all."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.rotas import refusals
from navmark.foundation.rotas.actions.turns import changed, locked
from navmark.foundation.rotas.models import Turn


@transaction.atomic
def keep(turn: Turn, *, note: str = "", ticked: Iterable[str] = (), by: Person, at: datetime) -> Turn:
    """It is done, says its holder or a keeper. Twice is once. Raises TurnAhead, LeaveAWord."""
    (row,) = locked(turn.pk)
    if row.starts_on > localdate(at):
        raise refusals.TurnAhead(row.starts_on)
    if row.rota.hands_over and not note.strip():
        raise refusals.LeaveAWord
    if row.kept_at is None:
        row.kept_at, row.kept_by, row.kept_note, row.ticked = at, by.pk, note.strip(), list(ticked)
        row.save(update_fields=["kept_at", "kept_by", "kept_note", "ticked"])
        record("rotas.kept", by=by, at=at, subject=row, note=row.kept_note)
        changed([row], at=at)
    return row


@transaction.atomic
def take_over(turn: Turn, *, by: Person, at: datetime) -> Turn:
    """Whoever has this turn has read the word of the turn before, and begins. Twice is once."""
    (row,) = locked(turn.pk)
    if row.took_at is None:
        row.took_at = at
        row.save(update_fields=["took_at"])
        record("rotas.took_over", by=by, at=at, subject=row)
    return row


@transaction.atomic
def take_back(turn: Turn, *, by: Person, at: datetime) -> Turn:
    """It is not done after all."""
    (row,) = locked(turn.pk)
    if row.kept_at is not None:
        row.kept_at = row.kept_by = None
        row.save(update_fields=["kept_at", "kept_by"])
        record("rotas.taken_back", by=by, at=at, subject=row)
        changed([row], at=at)
    return row
