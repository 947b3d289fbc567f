"""An entry takes a step, and takes it back: each in the trail and in what waits at once."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.audit.actions import record
from navmark.foundation.links.linkable import Closable
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import NoticeKind
from navmark.foundation.papers.actions import answer
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.people.circles.named import ANOTHER
from navmark.foundation.people.models import Person
from navmark.foundation.registers import refusals
from navmark.foundation.registers.actions.entries import changed, locked, reopen_what_it_closed
from navmark.foundation.registers.circles import last_mover
from navmark.foundation.registers.files import ENTRY, page_of
from navmark.foundation.registers.leaving import left_open
from navmark.foundation.registers.models import Entry, Move
from navmark.foundation.registers.owing import refulfil
from navmark.foundation.registers.queries import known_of, people_to_tell, written_of
from navmark.foundation.registers.rules import findings, rules_of
from navmark.foundation.registers.steps import EntryStep


@transaction.atomic
def take(
    entry: Entry, step: EntryStep, given: Values | None = None, *, note: str = "", sure: bool = False,
    closes: Iterable[Closable] = (), by: Person, at: datetime,
) -> Entry:  # fmt: skip
    """Move it on, with the answers that this step asks for. The caller has asked its door whether the step is hers. `sure`: the
    warnings of its checks, and what a campaign leaves open, were read. `closes`: what it came from, and is done with it.

    Raises GoneOn, TheSamePerson, SayWhy, NoFile, StepUnfinished, StepBlocked, StepDoubted, CampaignUnfinished, Unfit.
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
    values = _answer(entry, step, given or {}, by=by, at=at)
    _check(entry, step, values, sure=sure, on=localdate(at))
    _move(entry, step, note=note.strip(), by=by, at=at)
    for rule in rules_of(entry, step):
        rule.after(entry, by=by, at=at)
    for done in closes:
        done.close(through=entry.pk, title=entry.title, by=by, at=at)
    return entry


def _check(entry: Entry, step: EntryStep, values: Values, *, sure: bool, on: date) -> None:
    found = findings(entry, step, values, on=on)
    if blocking := [one for one in found if one.blocks]:
        raise refusals.StepBlocked(blocking)
    if found and not sure:
        raise refusals.StepDoubted(found)
    if not sure and (left := left_open(entry, step)):
        raise refusals.CampaignUnfinished(left.words)


def _answer(entry: Entry, step: EntryStep, given: Values, *, by: Person, at: datetime) -> Values:
    """What its paper then says."""
    answers, _known = written_of(entry)
    if answers is None:
        return {}
    if given:
        answers = answer(answers, given, revision=answers.revision, by=by, at=at)
    missing = lacking(answers.edition.description, answers.values, known_of(entry), at_step=step.key)
    if missing:
        raise refusals.StepUnfinished(missing)
    return answers.values


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
    people = people_to_tell(entry, step.tells, on=localdate(at)) - {by.pk}
    tell(people, kind=NoticeKind.GONE_ON, title=f"{words}：{entry.title}", url=page_of(entry), subject=made.pk, at=at)
    record("registers.moved", by=by, at=at, subject=entry, step=words, note=note)
    changed(entry, at=at)
    refulfil(entry, by=by, at=at)


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
    """Take the last step back, and with it what it closed of what the entry came from. What was answered on its way stays.
    Raises NothingToUndo."""
    entry = locked(entry.pk)
    last = undoable(entry, by, at=at)
    if last is None:
        raise refusals.NothingToUndo
    last.undone_at = at
    last.save(update_fields=["undone_at"])
    _stand(entry, last.was, since=last.was_at)
    reopen_what_it_closed(entry, by=by, at=at)
    record("registers.undone", by=by, at=at, subject=entry, step=last.words)
    changed(entry, at=at)
    refulfil(entry, by=by, at=at)
    return entry
