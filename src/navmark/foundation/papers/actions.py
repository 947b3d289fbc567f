"""Every write of answers. Each save names the revision it started from; a newer one is never overwritten."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime

from navmark.foundation.audit.actions import id_of, record, subject_pair
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.papers.refusals import SealUnreadable, Unfit
from navmark.foundation.papers.trail import changes_of
from navmark.foundation.ui.refusals import Stale


def begin(source: Any, edition: PaperEdition, values: Values, *, by: Any, at: datetime) -> Answers:
    """The paper of a source, empty but for what is known. One that was begun stays as it is."""
    return begin_as(blank(source, edition, values), by=by, at=at)


def blank(source: Any, edition: PaperEdition, values: Values) -> Answers:
    """A paper that nobody has written on: it is kept from its first save on."""
    kind, pk = subject_pair(source)
    clear, sealed = edition.description.kept(values)
    return Answers(source_kind=kind, source_id=pk, edition=edition, open=clear, sealed=_sealed(sealed))


def begin_as(answers: Answers, *, by: Any, at: datetime) -> Answers:
    """The same, kept; one that was begun already stays as it is."""
    if not answers._state.adding:
        return answers
    begun = {
        "edition": answers.edition,
        "open": answers.open,
        "sealed": answers.sealed,
        "written_by": id_of(by),
        "written_at": at,
    }
    return Answers.objects.get_or_create(source_kind=answers.source_kind, source_id=answers.source_id, defaults=begun)[0]


@transaction.atomic
def answer(answers: Answers, given: Values, *, revision: int, by: Any, at: datetime, about: Any = None) -> Answers:
    """Save the answers that differ from what stands; None takes one back. Raises Stale when something else was saved since
    `revision`, Unfit for a value that its field cannot hold, SealUnreadable rather than write over what cannot be read.

    What stands there already is nobody's change, from whatever revision it comes. `about`: of what the trail tells it, where
    that is not the source itself.
    """
    now = Answers.objects.select_related("edition").get(pk=answers.pk)
    changes = {key: value for key, value in given.items() if value != now.values.get(key)}
    if not changes:
        return now
    _refuse_unfit(now, changes)
    _save(now, {**now.values, **changes}, now.edition, revision=revision, by=by, at=at)
    told = changes_of(now.edition.description, now.values, changes, on=localtime(at).date())
    record("papers.answered", by=by, at=at, subject=about or (now.source_kind, now.source_id), changes=told)
    return Answers.fresh(now.pk)


@transaction.atomic
def drop(source: Any, *, by: Any, at: datetime, about: Any = None) -> None:
    """Delete the answers of a source that is deleted itself; its room asks whether it may be. `about`: as in `answer`."""
    kind, pk = subject_pair(source)
    if Answers.objects.filter(source_kind=kind, source_id=pk).delete()[0]:
        record("papers.dropped", by=by, at=at, subject=about or source)


@transaction.atomic
def move(answers: Answers, edition: PaperEdition, *, revision: int, by: Any, at: datetime) -> Answers:
    """Let the answers go on under a newer edition of their paper. Raises Stale, SealUnreadable."""
    now = Answers.objects.select_related("edition").get(pk=answers.pk)
    known = {key: value for key, value in now.values.items() if key in edition.description.by_key}
    _save(now, known, edition, revision=revision, by=by, at=at)
    record("papers.moved", by=by, at=at, subject=(now.source_kind, now.source_id), was=now.edition.number, number=edition.number)
    return Answers.fresh(now.pk)


def hang_up(answers: Answers, key: str, file: UUID, *, by: Any, at: datetime) -> Answers:
    """Name a file that was attached to the source as the answer to this question, beside those that hang there."""
    there = answers.values.get(key) or ()
    return answer(answers, {key: tuple(dict.fromkeys((*there, str(file))))}, revision=answers.revision, by=by, at=at)


def take_down(answers: Answers, key: str, file: UUID, *, by: Any, at: datetime) -> Answers:
    """Name it there no more."""
    left = tuple(one for one in answers.values.get(key) or () if one != str(file))
    return answer(answers, {key: left or None}, revision=answers.revision, by=by, at=at)


def _refuse_unfit(now: Answers, changes: Values) -> None:
    for key, value in changes.items():
        field = now.edition.description.field(key)
        if value is not None:
            field.refuse(value)
    for _key, words in now.edition.description.contradictions({**now.values, **changes}):
        raise Unfit(words)


def _save(now: Answers, values: Values, edition: PaperEdition, *, revision: int, by: Any, at: datetime) -> None:
    clear, sealed = edition.description.kept(values)
    if not now.is_readable and (sealed or edition != now.edition):
        raise SealUnreadable
    written = {"edition": edition, "open": clear, "written_by": id_of(by), "written_at": at, "revision": revision + 1}
    if now.is_readable:
        written["sealed"] = _sealed(sealed)
    if not Answers.objects.filter(pk=now.pk, revision=revision).update(**written):
        raise Stale(Answers.objects.select_related("edition").get(pk=now.pk))


def _sealed(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True) if values else ""
