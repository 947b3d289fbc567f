"""An entry that a cadence asks for: of a unit, in a period, once it stands in the state that its register names."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse

from navmark.foundation.activities.kinds import in_office
from navmark.foundation.cadence import charges, sources
from navmark.foundation.cadence.actions import fulfil_kind, unfulfil
from navmark.foundation.cadence.charges import Charge
from navmark.foundation.cadence.models import Duty, Fulfilment, Step
from navmark.foundation.cadence.sources import Progress
from navmark.foundation.people.circles import circle
from navmark.foundation.people.models import Person
from navmark.foundation.registers import known
from navmark.foundation.registers.files import OF
from navmark.foundation.registers.models import Entry, Register

SOURCE = "entry"  # of a fulfilment


def owed_kind(code: str) -> str:
    """What a cadence calls the entries of this register."""
    return f"{OF}{code}"


def refulfil(entry: Entry, *, by: Person, at: datetime) -> None:
    """Find anew what this entry fulfils, from its unit, its day and how far it came. No query where nobody asks for one."""
    one = entry.register
    if not one.is_owed:
        return
    unfulfil((SOURCE, entry.pk))
    if _counts(entry, one):
        kind = owed_kind(one.code)
        fulfil_kind(kind, subjects=[entry.unit_id], on=entry.day, source=(SOURCE, entry.pk), by=by, at=at)


def _counts(entry: Entry, one: Register) -> bool:
    been = {entry.state, *entry.moves.filter(undone_at__isnull=True).values_list("became", flat=True)}
    return not one.owed_state or one.owed_state in been


def due_days(entries: Iterable[UUID]) -> dict[UUID, date]:
    """Until when was due what these entries have done, by their ids: what was written early is of the period that it is for. One
    query."""
    rows = Fulfilment.objects.filter(source_kind=SOURCE, source_id__in=entries, duty__due_on__isnull=False)
    return dict(rows.values_list("source_id", "duty__due_on"))


def progress(duties: Sequence[Duty]) -> dict[UUID, Progress]:
    """What did what is owed, else that it is to be written. One query where entries are owed."""
    asked = [duty for duty in duties if duty.cadence and duty.cadence.activity_kind.startswith(OF)]
    if not asked:
        return {}
    rows = Fulfilment.objects.filter(duty__in=[duty.pk for duty in asked], source_kind=SOURCE).order_by("done_on", "id")
    did = dict(rows.values_list("duty", "source_id"))
    return {duty.pk: _done(did[duty.pk]) if duty.pk in did else Progress(Step.ENTER) for duty in asked}


def _done(entry: UUID) -> Progress:
    return Progress(Step.LOOK, about=entry, page=reverse("registers:entry", args=[entry]))


def charge(kind: str) -> Charge:
    """Whoever adds to it by an office of the unit writes it; others by an office see that it waits."""
    one = next((one for one in known.registers() if kind == owed_kind(one.code)), None)
    if one is None:
        return Charge()
    makers = in_office(one.makers, one.unit_kind)
    seeing = dict.fromkeys(code for code in (*one.makers, *one.keepers, *one.readers) if circle(code).is_office)
    return Charge(makers, tuple(code for code in seeing if code not in makers), "registers:add_for_duty")


sources.follow(progress)
charges.answer_with(charge)
