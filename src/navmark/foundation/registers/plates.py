"""What hangs on a wall with a name: which answers of an entry stand there, and whose it is."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import override

from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register


@dataclass(frozen=True)
class Plate:
    """In the school's language: the unit, the first answer large, the others below it, the owner's name."""

    unit: str
    title: str
    words: tuple[str, ...]
    name: str


def plates_of(one: Register, rows: QuerySet[Entry]) -> list[Plate]:
    """Of what is open and no longer where an entry begins: somebody has agreed to it. A few queries."""
    found = rows.filter(closed_at__isnull=True).select_related("register", "edition", "unit", "unit__parent", "owner")
    entries = [entry for entry in found.order_by("day", "id") if entry.state != entry.edition.course.first.key]
    papers = answers_to(ENTRY, [entry.pk for entry in entries])
    with override(settings.LANGUAGE_CODE):
        return [_plate(one, entry, papers[entry.pk]) for entry in entries if entry.pk in papers]


def _plate(one: Register, entry: Entry, paper: Answers) -> Plate:
    asked, known = paper.edition.description.by_key, known_here(entry.day, unit=entry.unit, papers=[paper])
    words = [asked[key].words(paper.values.get(key), known) for key in one.plate if key in asked]
    owner = entry.owner.name if entry.owner else ""
    return Plate(name_on(entry.unit, entry.day), words[0] if words else entry.title, tuple(words[1:]), owner)
