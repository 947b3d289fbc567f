"""What is on record about one person, fact by fact, as this viewer may read it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from navmark.foundation.people.access import keeps_applications, may_manage_people
from navmark.foundation.people.facts import FACTS, Fact, fits, rows_for
from navmark.foundation.people.models import PartyStatus, Person
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class DossierEntry:
    row: Any
    words: str
    is_over: bool
    leads_to: UUID | None


@dataclass(frozen=True)
class DossierSection:
    code: str
    fact: Fact
    entries: list[DossierEntry]


# A child holds no post and has no Party status: no empty box asks for one.
OF_FAMILIES = ("guardians", "units", "absences", "engagements")


def _is_shown(code: str, person: Person, viewer: Viewer, *, of_family: bool) -> bool:
    """Whose children somebody has stands on a family's file alone, behind its gate; of a colleague, among what is sealed."""
    fact = FACTS[code]
    if not fits(code, person) or (code == "children" and not of_family):
        return False
    return may_manage_people(viewer) or fact.is_public or (fact.model is PartyStatus and keeps_applications(viewer))


def entries_of(fact: Fact, person: Person, viewer: Viewer) -> list[DossierEntry]:
    """Newest first; those that are over last. One query."""
    rows = rows_for(viewer, fact, person)
    rows = rows.order_by(F("to_day").desc(nulls_first=True), F("from_day").desc(nulls_last=True))
    return [
        DossierEntry(
            row,
            str(fact.words(row, viewer.on)),
            bool(row.to_day and row.to_day < viewer.on),
            getattr(row, fact.leads_to or "none", None),
        )
        for row in rows
    ]


def dossier_of(person: Person, viewer: Viewer, *, of_family: bool = False) -> list[DossierSection]:
    """Every section this viewer may read, newest fact first; one query a section. Of a family's file, only what fits or is."""
    found = []
    for code, fact in FACTS.items():
        if not _is_shown(code, person, viewer, of_family=of_family):
            continue
        entries = entries_of(fact, person, viewer)
        shown = entries if may_manage_people(viewer) else [entry for entry in entries if not entry.is_over]
        if shown or not of_family or code in OF_FAMILIES:
            found.append(DossierSection(code, fact, shown))
    return found
