"""An entry begins, and its head is corrected."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, Change, together
from navmark.foundation.cadence import waiting
from navmark.foundation.links.actions import link, retag
from navmark.foundation.links.campaigns import follow
from navmark.foundation.links.linkable import Closable, Linked, linkables
from navmark.foundation.links.models import Tag
from navmark.foundation.papers.actions import begin
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.papers.queries import newest as newest_paper
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers import known, refusals
from navmark.foundation.registers import logs as logs  # registers what is recorded below
from navmark.foundation.registers.files import ENTRY, OF
from navmark.foundation.registers.models import Entry, Hand, HandRole, Move, Register
from navmark.foundation.registers.owing import refulfil
from navmark.foundation.registers.queries import first_context, known_of, last_time

HEAD = ("title", "day", "number", "owner", "others")
HAND = ("person", "role")
OLDEST_YEAR = 1949
Hands = Mapping[str, Iterable[Person]]  # role -> people


@dataclass(frozen=True)
class EntryHead:
    """What an entry is called, and whose it is. `number`: None takes the next of the year; `tags`: None leaves them; `paper_day`:
    of the paper from which it was typed in; `others`: the names of hands that the school does not know; `state`: where it stood
    already when it came from a table, "" where it begins."""

    unit: Unit
    title: str
    day: date
    owner: Person | None = None
    number: int | None = None
    tags: Collection[Tag] | None = None
    paper_day: date | None = None
    others: str = ""
    state: str = ""


@transaction.atomic
def add(
    one: Register, head: EntryHead, given: Values, *, hands: Hands | None = None, origin: Linked | None = None,
    closes: Iterable[Closable] = (), by: Person, at: datetime,
) -> Entry:  # fmt: skip
    """It begins in the first state or where it stood already, its paper with what is known and what was given, linked to the
    thing that it comes from; `closes`: what is done with it at once.

    Raises EntryNumberTaken, ChildNamed, DayFarOff.
    """
    _is_in_time(head.day, at=at)
    _names_no_child(one, head, (hands or {}).get(HandRole.ABOUT, ()))
    edition = known.newest(one)
    entry = Entry(
        register=one, edition=edition, unit=head.unit, title=head.title, day=head.day, year=head.day.year, owner=head.owner,
        state=head.state or edition.course.first.key, state_at=at, made_by=by.pk, made_at=at, number=_number(one, head),
        paper_day=head.paper_day, others=head.others,
    )  # fmt: skip
    entry.closed_at = at if entry.standing.is_closed else None
    _save(entry)
    _stood_already(entry, at=at)
    _set_hands(entry, hands or {})
    paper = newest_paper(one.paper)
    if paper is not None:
        last = last_time(one, head.unit, paper.description, but=entry.pk)
        context = first_context(head.unit, head.day, head.owner, origin, last=last)
        begin(entry, paper, {**defaults(paper.description, context, known_of(entry)), **given}, by=by, at=at)
    record("registers.added", by=by, at=at, subject=entry, title=entry.title)
    if head.tags:
        retag(ENTRY, entry, head.tags, by=by, at=at)
    if origin is not None:
        link(ENTRY, entry, [((origin.kind, origin.pk), origin.title)], by=by, at=at)
    for done in closes:
        done.close(through=entry.pk, title=entry.title, by=by, at=at)
    changed(entry, at=at)
    refulfil(entry, by=by, at=at)
    return entry


def _stood_already(entry: Entry, *, at: datetime) -> None:
    """What led to its state was done elsewhere: one row of its history says so."""
    first = entry.course.first.key
    if entry.state != first:
        with override(settings.LANGUAGE_CODE):
            words = _("Taken over from a table")
        Move.objects.create(entry=entry, words=words, was=first, became=entry.state, was_at=at, by=entry.made_by, at=at)


def _is_in_time(day: date, *, at: datetime) -> None:
    """A year that a list offers, or one that a school remembers: 2099 would be found by nobody."""
    if not OLDEST_YEAR <= day.year <= localdate(at).year + 1:
        raise refusals.DayFarOff


def _names_no_child(one: Register, head: EntryHead, about: Iterable[Person]) -> None:
    """Lists, notices and what waits tell the title without asking what for: of an entry about children it names none of them."""
    if one.about_children and any(child.name in head.title for child in about):
        raise refusals.ChildNamed


def _number(one: Register, head: EntryHead) -> int | None:
    """The next of the unit and year. Whoever else numbers an entry of this unit waits until this transaction ends."""
    if not one.numbered:
        return None
    Unit.objects.select_for_update(no_key=True).get(pk=head.unit.pk)
    if head.number:
        return head.number
    rows = Entry.objects.filter(register=one, unit=head.unit, year=head.day.year)
    return (rows.aggregate(highest=Max("number"))["highest"] or 0) + 1


def _save(entry: Entry) -> None:
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise refusals.EntryNumberTaken(entry.number or 0) from None


def _set_hands(entry: Entry, hands: Hands) -> list[Change]:
    """They stand in the order in which they are named. Who came and who went."""
    wanted = dict.fromkeys((person.pk, role) for role, people in hands.items() for person in people)
    there = {(hand.person_id, hand.role): hand for hand in entry.hands.all()}
    gone = [hand for key, hand in there.items() if key not in wanted]
    came = [Hand(entry=entry, person_id=pk, role=role) for pk, role in wanted if (pk, role) not in there]
    changes = together(
        *(Before(hand, *HAND).changes(None) for hand in gone), *(Before(hand, *HAND).changes(hand) for hand in came)
    )
    entry.hands.filter(pk__in=[hand.pk for hand in gone]).delete()
    Hand.objects.bulk_create(came)
    return changes


@transaction.atomic
def correct(entry: Entry, head: EntryHead, *, hands: Hands | None = None, by: Person, at: datetime) -> Entry:
    """Its head as it should stand. Raises EntryNumberTaken, ChildNamed, DayFarOff."""
    entry = locked(entry.pk)
    if head.day != entry.day:
        _is_in_time(head.day, at=at)
    about = (
        [hand.person for hand in entry.hands.all() if hand.role == HandRole.ABOUT]
        if hands is None
        else hands.get(HandRole.ABOUT, ())
    )
    _names_no_child(entry.register, head, about)
    before = Before(entry, *HEAD)
    entry.title, entry.day, entry.year, entry.owner = head.title, head.day, head.day.year, head.owner
    entry.others = head.others
    if entry.register.numbered:
        entry.number = head.number or entry.number
    _save(entry)
    changes = before.changes(entry) + (_set_hands(entry, hands) if hands is not None else [])
    if head.tags is not None:
        retag(ENTRY, entry, head.tags, by=by, at=at)
    if changes:
        record("registers.corrected", by=by, at=at, subject=entry, changes=changes)
    changed(entry, at=at)
    refulfil(entry, by=by, at=at)
    return entry


def changed(entry: Entry, *, at: datetime) -> None:
    """It has changed: so has what waits of it, and the campaign that it may be."""
    waiting.changed("entry", [entry.pk], at=at)
    if entry.register.runs and (answers := answers_of(entry)):
        first, last = (answers.values.get(key) for key in entry.register.runs)
        if first and last:
            follow(f"{OF}{entry.register.code}", entry.pk, title=entry.title, first=first, last=last, at=at)


def reopen_what_it_closed(entry: Entry, *, by: Person, at: datetime) -> None:
    """The task that was done with it is not done after all."""
    for room in linkables():
        room.reopen(through=entry.pk, by=by, at=at)


def locked(pk: UUID) -> Entry:
    """As `locked_though_removed`, for whoever changes what stands. Raises EntryRemoved where somebody took it out meanwhile."""
    entry = locked_though_removed(pk)
    if entry.removed_at is not None:
        raise refusals.EntryRemoved
    return entry


def locked_though_removed(pk: UUID) -> Entry:
    """The row as the database has it now, with its moves and hands."""
    rows = Entry.every.select_for_update(of=("self",)).select_related("register", "edition", "unit", "owner")
    return rows.prefetch_related("moves", "hands").get(pk=pk)
