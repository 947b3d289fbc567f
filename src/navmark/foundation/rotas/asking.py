"""One holder asks another to swap, or to take a turn over; nothing changes before that one agrees."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import NoticeKind
from navmark.foundation.people.models import Person
from navmark.foundation.rotas import actions, refusals
from navmark.foundation.rotas.holders import Holder, of_person, of_unit
from navmark.foundation.rotas.models import Turn, TurnAsk
from navmark.foundation.rotas.pages import page_of


@transaction.atomic
def ask(turn: Turn, *, other: Turn | None = None, to: Holder | None = None, note: str = "", by: Person, at: datetime) -> TurnAsk:
    """Give me `other` for it; or, `to` somebody, take it over. Raises TurnIsOver, NotOfThisRota, AsksAlready."""
    rows = actions.locked(*(one.pk for one in (turn, other) if one))
    if any(actions.is_over(one, at=at) for one in rows):
        raise refusals.TurnIsOver
    if other and (rows[0].rota_id, rows[0].unit_id) != (rows[1].rota_id, rows[1].unit_id):
        raise refusals.NotOfThisRota
    person, unit = (rows[1].person_id, rows[1].holder_unit_id) if other else (_pk(to and to.person), _pk(to and to.unit))
    asked = TurnAsk(turn=turn, other=other, person_id=person, holder_unit_id=unit, note=note.strip(), by=by.pk, at=at)
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError:
        raise refusals.AsksAlready from None
    record("rotas.asked", by=by, at=at, subject=turn, note=asked.note)
    waiting.changed("turn_ask", [asked.pk], at=at)
    return asked


def _pk(one: Person | object | None) -> UUID | None:
    return one.pk if one else None  # type: ignore[attr-defined]


@transaction.atomic
def answer(asked: TurnAsk, *, agreed: bool, by: Person, at: datetime) -> None:
    """Agree, or not; whoever asked is told. Raises AnsweredAlready, TurnIsOver."""
    row = _close(asked, agreed=agreed, at=at)
    if agreed and row.other:
        actions.swap(row.turn, row.other, by=by, at=at)
    elif agreed:
        day = localdate(at)
        taker = of_person(row.person) if row.person else of_unit(row.holder_unit, day)  # type: ignore[arg-type]
        actions.hand_on(row.turn, taker, by=by, at=at, anyway=True)
    record("rotas.answered", by=by, at=at, subject=row.turn, agreed=agreed)
    title = f"{'同意' if agreed else '未同意'}{'换班' if row.other else '替班'}：{row.turn.rota.title}"
    tell([row.by], kind=NoticeKind.GONE_ON, title=title, url=page_of(row.turn), subject=row.pk, at=at)


@transaction.atomic
def withdraw(asked: TurnAsk, *, by: Person, at: datetime) -> None:
    """The question is taken back. Raises AnsweredAlready."""
    row = _close(asked, agreed=False, at=at)
    record("rotas.answered", by=by, at=at, subject=row.turn, agreed=False)


def _close(asked: TurnAsk, *, agreed: bool, at: datetime) -> TurnAsk:
    rows = TurnAsk.objects.select_for_update(of=("self",)).select_related("turn__rota", "other", "person", "holder_unit")
    row = rows.get(pk=asked.pk)
    if row.answered_at is not None:
        raise refusals.AnsweredAlready
    row.answered_at, row.agreed = at, agreed
    row.save(update_fields=["answered_at", "agreed"])
    waiting.changed("turn_ask", [row.pk], at=at)
    return row
