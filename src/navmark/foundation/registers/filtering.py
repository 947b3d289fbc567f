"""Which entries of a register are wanted: by year, state, unit, owner, words."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.models import Entry, Register

OPEN = "open"


@dataclass(frozen=True)
class Wanted:
    """What the filter says. `state`: a state of the newest edition, "open" for every one that asks for something, or nothing."""

    year: int
    state: str = ""
    unit: UUID | None = None
    owner: UUID | None = None
    text: str = ""

    def narrowed(self, year: int) -> int:
        """By how many things, where one sees that of `year` unasked."""
        return sum(map(bool, (self.year != year, self.state, self.unit, self.owner, self.text)))


def entries(viewer: Viewer, one: Register, wanted: Wanted) -> QuerySet[Entry]:
    """Newest first; only what this viewer may see."""
    rows = access.visible_to(viewer, one).filter(stands_in(wanted.year))
    if wanted.state == OPEN:
        rows = rows.filter(asks(one))
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.unit:
        rows = rows.filter(unit=wanted.unit)
    if wanted.owner:
        rows = rows.filter(owner=wanted.owner)
    if wanted.text:
        rows = rows.filter(Q(title__icontains=wanted.text) | Q(owner__name__icontains=wanted.text))
    return rows


def stands_in(year: int) -> Q:
    """What is still open stands there in every later year."""
    return Q(year=year) | Q(closed_at__isnull=True, year__lt=year)


def asks(*registers: Register) -> Q:
    """Whether an entry of these asks for something: by the edition under which it goes, for a state may rest in one alone."""
    editions = (edition for one in registers for edition in known.editions_of(one))
    return reduce(or_, (Q(edition=one, state__in=one.course.asking) for one in editions), Q(pk__in=[]))
