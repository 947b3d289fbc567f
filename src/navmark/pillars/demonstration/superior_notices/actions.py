"""A notice is taken in, and what it asks for becomes entries of whoever is to see to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.attachments.actions import attach
from navmark.foundation.attachments.media import extension_of
from navmark.foundation.attachments.words import words_of
from navmark.foundation.links.actions import link
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.actions import EntryHead, add, correct
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, HandRole
from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.superior_notices.access import ASKS, NOTICES, register_of
from navmark.pillars.demonstration.superior_notices.reading import LONGEST_TITLE, read


class NothingGiven(Refusal):
    """Neither a text nor a file nor a title."""

    def __init__(self) -> None:
        super().__init__(_("Paste the notice's text, or choose its file."), field="text")


@dataclass(frozen=True)
class Given:
    """A notice as it came. `title`: for one in which no text can be read."""

    unit: Unit
    received: date
    text: str = ""
    title: str = ""
    file: UploadedFile | None = None


@dataclass(frozen=True)
class ConfirmedAsk:
    """One thing to hand in, as a person confirmed it. `said`: the sentence of the notice."""

    what: str
    due: date
    owner: Person
    helpers: Sequence[Person] = ()
    said: str = ""


@transaction.atomic
def take_in(given: Given, *, by: Person, at: datetime) -> Entry:
    """Keep the notice with its file, title, issuer and number as they were read. Raises NothingGiven, NoWords and
    what an attachment refuses.
    """
    text = given.text.strip() or (_words_in(given) if given.file else "")
    if not text and not given.title:
        raise NothingGiven
    found = read(text, received=given.received)
    head = EntryHead(given.unit, (given.title or found.title)[:LONGEST_TITLE], given.received)
    said = {"issuer": found.issuer or None, "document_no": found.number or None, "text": text or None}
    entry = add(register_of(NOTICES), head, said, by=by, at=at)
    if given.file:
        attach(given.file, owner_kind=ENTRY, owner_id=entry.pk, by=by, at=at)
    return entry


def _words_in(given: Given) -> str:
    """Of its file. A scan is kept all the same where its title was typed."""
    assert given.file is not None
    content = given.file.read()
    given.file.seek(0)
    try:
        return words_of(content, extension_of(given.file.name or ""))
    except Refusal:
        if given.title:
            return ""
        raise


@transaction.atomic
def ask(notice: Entry, asked: Iterable[ConfirmedAsk], *, by: Person, at: datetime) -> list[Entry]:
    """Each becomes an entry that leads to the notice, and whoever is to see to one may read the notice."""
    made = []
    for one in asked:
        head = EntryHead(notice.unit, one.what, notice.day, owner=one.owner)
        hands = {HandRole.HELPER.value: one.helpers}
        entry = add(register_of(ASKS), head, {"due": one.due, "asked": one.said or None}, hands=hands, by=by, at=at)
        link(ENTRY, entry, [((ENTRY, notice.pk), notice.title)], by=by, at=at)
        made.append(entry)
    _let_read(notice, [entry.owner for entry in made if entry.owner], by=by, at=at)
    return made


def _let_read(notice: Entry, owners: Iterable[Person], *, by: Person, at: datetime) -> None:
    there = [hand.person for hand in notice.hands.select_related("person")]
    hands = {HandRole.HELPER.value: list({one.pk: one for one in (*there, *owners)}.values())}
    correct(notice, EntryHead(notice.unit, notice.title, notice.day, number=notice.number), hands=hands, by=by, at=at)
