"""How long an entry is kept: so many years after it was closed, as its register says; one that was taken out, a month. Then it
goes, with all that hangs on it."""

from collections.abc import Collection
from datetime import date, datetime, time
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate, make_aware

from navmark.foundation.attachments.actions import forget_with
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.retention import months_before
from navmark.foundation.links.actions import forget
from navmark.foundation.papers.models import Answers
from navmark.foundation.privacy.consenting import forget_consents
from navmark.foundation.registers import known
from navmark.foundation.registers import logs as logs  # registers what is recorded below
from navmark.foundation.registers.actions.removing import BROUGHT_BACK_WITHIN
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register

MONTHS = 12


def kept_from(one: Register, on: date) -> datetime | None:
    """What was closed before goes; None where everything is kept."""
    if one.years_kept is None:
        return None
    return make_aware(datetime.combine(months_before(on, one.years_kept * MONTHS), time.min))


@transaction.atomic
def retain_due(*, at: datetime) -> int:
    """Delete the active school's entries that are past their term, for the tick; how many there were."""
    today = localdate(at)
    terms = {one: before for one in known.registers() if (before := kept_from(one, today))}
    past = reduce(
        or_, (Q(register=one, closed_at__lt=before) for one, before in terms.items()), Q(removed_at__lt=at - BROUGHT_BACK_WITHIN)
    )
    due = list(Entry.every.filter(past).order_by().values_list("register", "pk"))
    for one in known.registers():
        if pks := [pk for register, pk in due if register == one.pk]:
            _delete(pks)
            record("registers.retained", by=None, at=at, subject=one, before=localdate(terms.get(one, at)), rows=len(pks))
    return len(due)


def _delete(pks: Collection[UUID]) -> None:
    forget(pks)
    forget_consents(pks)
    forget_with(ENTRY, pks)
    Answers.objects.filter(source_kind=ENTRY, source_id__in=pks).delete()
    Entry.every.filter(pk__in=pks).delete()
