"""Every write: an entry begins, is corrected, takes a step, takes it back; each in the trail and in what waits at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.audit.actions import id_of, record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import NoticeKind
from navmark.foundation.papers.actions import answer, begin, move
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.queries import newest as newest_paper
from navmark.foundation.people.circles.named import ANOTHER
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers import known, refusals
from navmark.foundation.registers import logs as logs  # registers what is recorded below
from navmark.foundation.registers.circles import last_mover
from navmark.foundation.registers.files import ENTRY, page_of
from navmark.foundation.registers.models import Entry, Hand, Move, Register, RegisterEdition
from navmark.foundation.registers.queries import known_of, people_to_tell, written_of
from navmark.foundation.registers.steps import Course, EntryStep, as_json

HEAD = ("title", "day", "number", "owner")
Hands = Mapping[str, Iterable[Person]]  # role -> people


@dataclass(frozen=True)
class EntryHead:
    """What an entry is called, and whose it is. `number`: None takes the next of the year."""

    unit: Unit
    title: str
    day: date
    owner: Person | None = None
    number: int | None = None


@transaction.atomic
def make_edition(one: Register, course: Course, *, by: Any, at: datetime) -> RegisterEdition:
    """The newest edition of its steps, made unless it says the same already."""
    last = RegisterEdition.objects.filter(register=one).order_by("number").last()
    if last is not None and last.course == course:
        return last
    states, steps = as_json(course)
    number = last.number + 1 if last else 1
    made = RegisterEdition.objects.create(register=one, number=number, states=states, steps=steps, made_by=id_of(by), made_at=at)
    known.renew()
    return made


@transaction.atomic
def add(one: Register, head: EntryHead, given: Values, *, hands: Hands | None = None, by: Person, at: datetime) -> Entry:
    """It begins in the first state, its paper with what is known and what was given. Raises EntryNumberTaken."""
    edition = known.newest(one)
    entry = Entry(
        register=one, edition=edition, unit=head.unit, title=head.title, day=head.day, year=head.day.year, owner=head.owner,
        state=edition.course.first.key, state_at=at, made_by=by.pk, made_at=at, number=_number(one, head),
    )  # fmt: skip
    _save(entry)
    _set_hands(entry, hands or {})
    paper = newest_paper(one.paper)
    if paper is not None:
        context = {"unit": head.unit, "day": head.day, "host": head.owner, "owner": head.owner}
        begin(entry, paper, {**defaults(paper.description, context, known_of(entry)), **given}, by=by, at=at)
    record("registers.added", by=by, at=at, subject=entry, title=entry.title)
    waiting.changed("entry", [entry.pk], at=at)
    return entry


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


def _set_hands(entry: Entry, hands: Hands) -> None:
    wanted = {(person.pk, role) for role, people in hands.items() for person in people}
    there = {(hand.person_id, hand.role): hand.pk for hand in entry.hands.all()}
    entry.hands.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    Hand.objects.bulk_create(Hand(entry=entry, person_id=key, role=role) for key, role in sorted(wanted - there.keys()))


@transaction.atomic
def correct(entry: Entry, head: EntryHead, *, hands: Hands | None = None, by: Person, at: datetime) -> Entry:
    """Its head as it should stand. Raises EntryNumberTaken."""
    entry = locked(entry.pk)
    before = Before(entry, *HEAD)
    entry.title, entry.day, entry.year, entry.owner = head.title, head.day, head.day.year, head.owner
    if entry.register.numbered:
        entry.number = head.number or entry.number
    _save(entry)
    if hands is not None:
        _set_hands(entry, hands)
    if changes := before.changes(entry):
        record("registers.corrected", by=by, at=at, subject=entry, changes=changes)
    waiting.changed("entry", [entry.pk], at=at)
    return entry


def locked(pk: UUID) -> Entry:
    """The row as the database has it now, for whoever changes it; with its moves and hands."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related("register", "edition", "unit", "owner")
    return rows.prefetch_related("moves", "hands").get(pk=pk)


@transaction.atomic
def take(entry: Entry, step: EntryStep, given: Values | None = None, *, note: str = "", by: Person, at: datetime) -> Entry:
    """Move it on, with the answers that this step asks for. The caller has asked its door whether the step is hers.

    Raises GoneOn, TheSamePerson, SayWhy, NoFile, StepUnfinished, Unfit.
    """
    entry = locked(entry.pk)
    if entry.state not in step.of:
        raise refusals.GoneOn(state=entry.standing.words)
    if all(code.partition(":")[0] == ANOTHER for code in step.who) and last_mover(entry) == by.pk:
        raise refusals.TheSamePerson
    if step.note == "required" and not note.strip():
        raise refusals.SayWhy
    if step.file and not attachments_of(ENTRY, entry.pk).exists():
        raise refusals.NoFile
    _answer(entry, step, given or {}, by=by, at=at)
    _move(entry, step, note=note.strip(), by=by, at=at)
    return entry


def _answer(entry: Entry, step: EntryStep, given: Values, *, by: Person, at: datetime) -> None:
    answers, _known = written_of(entry)
    if answers is None:
        return
    if given:
        answers = answer(answers, given, revision=answers.revision, by=by, at=at)
    missing = lacking(answers.edition.description, answers.values, known_of(entry), at_step=step.key)
    if missing:
        raise refusals.StepUnfinished(missing)


def _move(entry: Entry, step: EntryStep, *, note: str, by: Person, at: datetime) -> None:
    with override(settings.LANGUAGE_CODE):
        words = step.button
    made = Move.objects.create(
        entry=entry,
        step=step.key,
        words=words,
        was=entry.state,
        became=step.to,
        was_at=entry.state_at,
        note=note,
        by=by.pk,
        at=at,
    )
    _stand(entry, step.to, since=at)
    told = people_to_tell(entry, step.tells, on=localdate(at)) - {by.pk}
    tell(told, kind=NoticeKind.GONE_ON, title=f"{words}：{entry.title}", url=page_of(entry), subject=made.pk, at=at)
    record("registers.moved", by=by, at=at, subject=entry, step=words, note=note)
    waiting.changed("entry", [entry.pk], at=at)


def _stand(entry: Entry, state: str, *, since: datetime) -> None:
    entry.state, entry.state_at = state, since
    entry.closed_at = since if entry.standing.is_closed else None
    entry.save(update_fields=["state", "state_at", "closed_at"])


def undoable(entry: Entry, by: Person, *, at: datetime) -> Move | None:
    """The last step, if it was hers and of today."""
    last = next((one for one in reversed(entry.moves.all()) if one.undone_at is None), None)
    return last if last is not None and last.by == by.pk and localdate(last.at) == localdate(at) else None


@transaction.atomic
def undo(entry: Entry, *, by: Person, at: datetime) -> Entry:
    """Take the last step back. What was answered on its way stays. Raises NothingToUndo."""
    entry = locked(entry.pk)
    last = undoable(entry, by, at=at)
    if last is None:
        raise refusals.NothingToUndo
    last.undone_at = at
    last.save(update_fields=["undone_at"])
    _stand(entry, last.was, since=last.was_at)
    record("registers.undone", by=by, at=at, subject=entry, step=last.words)
    waiting.changed("entry", [entry.pk], at=at)
    return entry


@transaction.atomic
def renew(entry: Entry, *, by: Person, at: datetime) -> Entry:
    """Let it go on under the newest edition of its steps and of its paper. Raises GoneOn where its state exists no more there."""
    entry = locked(entry.pk)
    edition = known.newest(entry.register)
    if entry.state not in edition.course.by_key:
        raise refusals.GoneOn(state=entry.standing.words)
    entry.edition = edition
    entry.save(update_fields=["edition"])
    answers, paper = written_of(entry)[0], newest_paper(entry.register.paper)
    if answers is not None and paper is not None and paper != answers.edition:
        move(answers, paper, revision=answers.revision, by=by, at=at)
    record("registers.renewed", by=by, at=at, subject=entry, number=edition.number)
    waiting.changed("entry", [entry.pk], at=at)
    return entry


def head_of(entry: Entry) -> EntryHead:
    return EntryHead(entry.unit, entry.title, entry.day, entry.owner, entry.number)
