"""What no library can check: circles and kinds of unit that there are, rules of that day, circles that fit together."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.circles import ANSWERED
from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.circles.named import PUPILS_OF
from navmark.foundation.people.models import UnitKind
from navmark.foundation.programme.nouns.activities.structure import ActivityTable, CadenceTable
from navmark.foundation.programme.nouns.rotas.sense import senseless_line
from navmark.foundation.statute.book import in_force
from navmark.foundation.tables.refusals import listed

LISTS = ("expected", "voters", "planners", "keepers", "overseers", "readers")


def senseless(table: ActivityTable, path: Path, exists: Exists, *, on: date) -> Iterator[Fault]:
    """Every fault of one kind of activity; its paper checks itself."""
    yield from _unknown(table, path, exists)
    if not exists.unit_kind(table.unit):
        yield Fault(
            (*path, "unit"), _("there is no such kind of unit; there are: %(kinds)s.") % {"kinds": listed(UnitKind.values)}
        )
    if table.line and not table.is_counted:
        yield Fault((*path, "line"), _('a line keeps a number only: write expected = "count:pupils".'))
    if PUPILS_OF in table.circles and not table.is_counted:
        yield Fault((*path, "expected"), _('children stand on no roll by name: write expected = "count:pupils".'))
    for name in ("planners", "keepers"):
        if not getattr(table, name):
            yield Fault((*path, name), _("name at least one circle: somebody must be able to do it."))
    if table.cadence:
        yield from senseless_cadence(table.cadence, (*path, "cadence"), on=on)
    if table.rota:
        often = table.cadence.every if table.cadence else ""
        yield from senseless_line(table.rota, table.paper, often, (*path, "rota"), exists)


def senseless_cadence(often: CadenceTable, path: Path, *, on: date) -> Iterator[Fault]:
    if often.rule and not in_force(often.rule, on=on):
        yield Fault((*path, "rule"), _("no rule of this number is in force on %(day)s.") % {"day": on})
    if often.weeks and not (often.every == "week" or (often.every == "term" and len(often.weeks) == 1)):
        words = _('weeks of a term are counted where every = "week"; one, by which it is due, where every = "term".')
        yield Fault((*path, "weeks"), words)


def joins_nothing(described: Mapping[str, list[Any]]) -> Iterator[Fault]:
    """A kind that would be a part of what is no gathering, or of one that does not fit."""
    wholes = _gatherings(described)
    for one in described.get("activity", ()):
        for code in one.table.joins:
            path = ("activity", one.code, "joins")
            unit, by_name = wholes.get(code, ("", False))
            if not unit or code == one.code:
                words = _("there is no gathering of this name to join; there are: %(kinds)s.")
                yield Fault(path, words % {"kinds": listed(sorted({*wholes} - {one.code}))})
            elif unit != one.table.unit:
                yield Fault(path, _("%(kind)s is held by another kind of unit: %(unit)s.") % {"kind": code, "unit": unit})
            elif one.table.line or not (by_name or one.table.is_counted):
                yield Fault(path, _('a line stands alone; and where only a number is kept, write expected = "count".'))


def _gatherings(described: Mapping[str, list[Any]]) -> dict[str, tuple[str, bool]]:
    """Code of what may have parts -> the kind of unit that holds it, and whether it keeps a roll by name."""
    own = {one.code: (one.unit_kind, not one.is_counted) for one in declared_kinds() if not one.between_two}
    here = (one for one in described.get("activity", ()) if not one.table.line)
    return own | {one.code: (one.table.unit, not one.table.is_counted) for one in here}


def _unknown(table: ActivityTable, path: Path, exists: Exists) -> Iterator[Fault]:
    for name in LISTS:
        codes = table.circles if name == "expected" else getattr(table, name)
        for code in codes:
            if not exists.circle(code):
                yield Fault((*path, name), _("there is no circle %(circle)s; there are: %(circles)s.") % _named(code))
            elif circle(code).of_thing and (name in ("expected", "planners") or code.partition(":")[0] not in ANSWERED):
                yield Fault(
                    (*path, name), _("nobody is %(circle)s before it is planned; name a circle of the unit.") % _named(code)
                )


def _named(code: str) -> dict[str, str]:
    return {"circle": code, "circles": listed(one.code for one in all_circles())}
