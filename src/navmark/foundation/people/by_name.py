"""A person found by the name that somebody types: the one way in which a page, a paper and a table name a person."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import Person, UnitKind, UnitMembership
from navmark.foundation.people.naming import name_on
from navmark.foundation.tables.cells.plain import visible
from navmark.foundation.tables.refusals import CellProblem

BETWEEN = "、"
NAMED = 5  # of several who share a name


class Choosable(NamedTuple):
    """A person or a unit that may be chosen. `mark` tells two of one name apart: the class, the unit, the staff number."""

    id: str
    name: str
    mark: str = ""


class NobodyCalled(CellProblem):
    """Nobody of the circle bears this name."""

    def __init__(self, words: str) -> None:
        super().__init__(_("“%(name)s” cannot be chosen here; check how it is written.") % {"name": words[:30]})


def told_apart(people: Iterable[Person], on: date) -> list[Choosable]:
    """Those who share a name by their class or other unit, else by their staff number. One query more where somebody does."""
    rows = sorted(people, key=lambda one: (one.name, str(one.pk)))
    shared = Counter(one.name for one in rows)
    places = _places([one for one in rows if shared[one.name] > 1], on)
    return [Choosable(str(one.pk), one.name, places.get(one.pk) or one.staff_number) for one in rows]


def _places(people: Sequence[Person], on: date) -> dict:
    """Person -> where she belongs that day: her class before any other unit."""
    if not people:
        return {}
    rows = UnitMembership.objects.filter(true_on(on), person__in=people).select_related("unit")
    ordered = sorted(rows, key=lambda place: place.unit.kind == UnitKind.CLASS)  # the last one stays
    return {place.person_id: name_on(place.unit, on) for place in ordered}


def labelled(offered: Sequence[Choosable]) -> dict[str, str]:
    """id -> name, with the mark where the name is not enough, and a number where that is not enough either."""
    names = Counter(one.name for one in offered)
    words = {one.id: f"{one.name} {one.mark}" if names[one.name] > 1 and one.mark else one.name for one in offered}
    alike, taken = Counter(words.values()), Counter[str]()
    for pk, said in words.items():
        taken[said] += 1
        words[pk] = said if alike[said] == 1 else f"{said} {taken[said]}"
    return words


def one_of(offered: Mapping[str, str], words: str) -> str:
    """Whose name it is, by id. Raises NobodyCalled, or CellProblem where more than one is called so."""
    exact = [pk for pk, name in offered.items() if as_written(name) == words]
    found = exact or [pk for pk, name in offered.items() if as_written(name).startswith(f"{words} ")]
    if len(found) == 1:
        return found[0]
    if found:
        both = BETWEEN.join(offered[pk] for pk in found[:NAMED])
        raise CellProblem(_("Several are called “%(name)s”; write one of: %(both)s.") % {"name": words[:30], "both": both})
    raise NobodyCalled(words)


def as_written(text: str) -> str:
    """Without what cannot be seen, one blank between words."""
    return " ".join(visible(text).split())
