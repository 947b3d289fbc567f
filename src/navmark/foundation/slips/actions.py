"""Writing slips: the pile of a class, one that is taken back, what care a child needs. Whoever calls has asked the door."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.privacy import consenting
from navmark.foundation.privacy.models import ConsentPurpose
from navmark.foundation.slips import refusals
from navmark.foundation.slips.pile import Pile


@transaction.atomic
def record_slips(
    pile: Pile, unit: Unit, *, slips: int, missing: Collection[UUID], signed_on: date, by: Person, at: datetime
) -> int:
    """The slips of a class that lie there now: of all that are not yet recorded, but the missing ones. They are counted too, so
    that the pile and the list agree; how many there were. Whose slip is there is on the list. Raises SlipsDiffer, ListClosed."""
    insist_open(pile)
    there = [one for one in pile.pupils[unit.pk] if one.pk not in missing and one.pk not in pile.signed]
    if slips != len(there):
        raise refusals.SlipsDiffer(slips=slips, expected=len(there))
    purpose = ConsentPurpose.TAKING_PART
    count = consenting.note_consents(pile.entry, there, purpose=purpose, signed_on=signed_on, by=by, at=at)
    record("slips.recorded", by=by, at=at, subject=pile.entry, unit=str(unit.pk), rows=count)
    waiting.changed("entry", [pile.entry.pk], at=at)
    return count


@transaction.atomic
def take_back(pile: Pile, pupil: Person, *, why: str, on: date, by: Person, at: datetime) -> None:
    """Off the list with a note, also when all is over; what care was noted goes too. Signed again, a new slip is recorded."""
    if consenting.withdraw(pile.entry, pupil, on=on, why=why, by=by, at=at):
        record("slips.taken_back", by=by, at=at, subject=pile.entry, pupil=str(pupil.pk))
        waiting.changed("entry", [pile.entry.pk], at=at)


@transaction.atomic
def note_care(pile: Pile, pupil: Person, words: str, *, is_signed: bool, by: Person, at: datetime) -> None:
    """What a guardian wrote on the slip, and signed that whoever leads may know it; it takes the place of what was there. Raises
    NoteWithoutConsent, ListClosed."""
    insist_open(pile)
    if not is_signed or pupil.pk not in pile.signed:
        raise refusals.NoteWithoutConsent
    purpose = ConsentPurpose.CARE
    consenting.note_consents(pile.entry, [pupil], purpose=purpose, signed_on=localdate(at), by=by, at=at)
    consenting.note_words(pile.entry, pupil, words, purpose=purpose)
    record("slips.care_noted", by=by, at=at, subject=pile.entry, pupil=str(pupil.pk))


def insist_open(pile: Pile) -> None:
    if not pile.may_change:
        raise refusals.ListClosed
