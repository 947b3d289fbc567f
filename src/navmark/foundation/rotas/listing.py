"""Who takes turns, as its keepers have it; and the days on which somebody asks to be passed over."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.rotas import logs as logs  # registers what is recorded below
from navmark.foundation.rotas.holders import Holder, RotaCircle
from navmark.foundation.rotas.models import Away, Rota, RotaChoice, RotaName
from navmark.foundation.rotas.proposing import propose, propose_everywhere


@transaction.atomic
def write_list(
    rota: Rota, unit: Unit, holders: Sequence[Holder], order: str, *, around: RotaCircle, by: Person, at: datetime
) -> None:
    """Let these take turns, in this order. Whom the rota means and the list leaves out takes none; proposals follow."""
    named = {one.pk for one in holders}
    out = [one for one in around.meant() if one.pk not in named]
    before = "、".join(one.name for one in around.holders.values())
    RotaName.objects.filter(rota=rota, unit=unit).delete()
    rows = [(one, False) for one in holders] + [(one, True) for one in out]
    RotaName.objects.bulk_create(
        RotaName(rota=rota, unit=unit, position=place, person=one.person, holder_unit=one.unit, out=left)
        for place, (one, left) in enumerate(rows, start=1)
    )
    RotaChoice.objects.update_or_create(rota=rota, unit=unit, defaults={"order": order})
    after = "、".join(one.name for one in holders)
    record("rotas.listed", by=by, at=at, subject=rota, before=before, after=after, order=order)
    propose(rota, unit, at=at)


@transaction.atomic
def be_away(person: Person, first: date, last: date, *, note: str = "", by: Person, at: datetime) -> Away:
    """She asks to be passed over on these days; what was proposed for her then is proposed anew."""
    row = Away.objects.create(person=person, from_day=first, to_day=last, note=note.strip())
    record("rotas.away", by=by, at=at, subject=row, first=str(first), last=str(last))
    propose_everywhere(at=at)
    return row


@transaction.atomic
def be_back(row: Away, *, by: Person, at: datetime) -> None:
    """It is taken back."""
    record("rotas.away", by=by, at=at, subject=row, taken_back=True)
    row.delete()
