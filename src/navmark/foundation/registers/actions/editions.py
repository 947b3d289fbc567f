"""Editions of a course: made when the programme says something else, and an entry that goes on by the newest."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import id_of, record
from navmark.foundation.cadence import waiting
from navmark.foundation.papers.actions import move
from navmark.foundation.papers.queries import newest as newest_paper
from navmark.foundation.people.models import Person
from navmark.foundation.registers import known, refusals
from navmark.foundation.registers.actions.entries import locked
from navmark.foundation.registers.models import Entry, Register, RegisterEdition
from navmark.foundation.registers.queries import written_of
from navmark.foundation.registers.steps import Course, as_json


def make_edition(one: Register, course: Course, *, by: Any, at: datetime) -> RegisterEdition:
    """The newest edition of its steps, made unless it says the same already."""
    return make_editions([(one, course)], by=by, at=at)[0]


@transaction.atomic
def make_editions(courses: Iterable[tuple[Register, Course]], *, by: Any, at: datetime) -> list[RegisterEdition]:
    """The same of many registers, each named once. Two statements, however many they are."""
    last = {row.register_id: row for row in RegisterEdition.objects.order_by("number")}
    found, made = [], []
    for one, course in courses:
        edition = last.get(one.pk)
        if edition is None or edition.course != course:
            number = edition.number + 1 if edition else 1
            states, steps = as_json(course)
            edition = RegisterEdition(register=one, number=number, states=states, steps=steps, made_by=id_of(by), made_at=at)
            made.append(edition)
        found.append(edition)
    RegisterEdition.objects.bulk_create(made)
    known.renew()
    return found


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
