"""备注: 支教(2025年9月至2027年7月), 产假(...), 已退休. What is understood becomes a fact; the words themselves are kept."""

from datetime import date

from navmark.foundation.people.importing import facts
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.importing.words import ABSENCE_WORDS, LEAVING_WORDS, mentioned
from navmark.foundation.people.models import Person
from navmark.foundation.tables.cells import WrittenSpan, spans
from navmark.foundation.tables.preview import Change

NOTE = 200  # characters of an absence's note; the whole remark is kept among the other columns


def take_remark(register: KnownPeople, person: Person, remark: str, *, on: date) -> list[Change]:
    changes: list[Change] = []
    for span in spans(remark):
        changes += _take(register, person, span, on=on)
    return changes


def _take(register: KnownPeople, person: Person, span: WrittenSpan, *, on: date) -> list[Change]:
    if leaving := mentioned(span.kind, LEAVING_WORDS):
        return facts.left(register, person, leaving, day=span.start.last if span.start else None, on=on)
    kind = mentioned(span.kind, ABSENCE_WORDS)
    if kind is None:
        return []
    start = span.start.on if span.start else None
    return facts.absence(register, person, kind, start=start, end=span.end.last if span.end else None, note=span.kind[:NOTE])
