"""What no library can check of a rota: among whom, whose keepers, which field, as often as what."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.papers.types.people import OF_FAMILIES
from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.programme.nouns.rotas.structure import RotaLine, RotaTable
from navmark.foundation.rotas.models.rota import CLASSES, LIST, OF_UNITS
from navmark.foundation.tables.refusals import listed

WEEKS = "school_week"  # what is counted within a term
OFTEN = {"week": WEEKS, "month": "month", "term": "term"}  # of a cadence


def senseless(table: RotaTable, path: Path, exists: Exists) -> Iterator[Fault]:
    yield from _of_among(table.among, path, exists)
    if not exists.unit_kind(table.unit):
        words = _("there is no such kind of unit; there are: %(kinds)s.") % {"kinds": listed(UnitKind.values)}
        yield Fault((*path, "unit"), words)
    yield from _of_weeks(table, table.every, path)
    if not table.keepers:
        yield Fault((*path, "keepers"), _("name at least one circle: somebody must be able to do it."))
    for name in ("keepers", "readers"):
        for code in getattr(table, name):
            if not exists.circle(code) or circle(code).of_thing:
                yield Fault((*path, name), _("there is no circle %(circle)s; there are: %(circles)s.") % _named(code))
    own = [one.code for one in declared_kinds()]
    if table.activity and table.activity not in own:
        words = _("no mechanism has an activity of this name; there are: %(kinds)s. Of one described here, write the rota in it.")
        yield Fault((*path, "activity"), words % {"kinds": listed(own)})
    if table.of:
        yield Fault((*path, "of"), _("only the rota in an activity fills a field of its paper."))


def senseless_line(line: RotaLine, paper: dict[str, Any], often: str, path: Path, exists: Exists) -> Iterator[Fault]:
    """Of the line in an activity with this paper, which is due as often as that."""
    yield from _of_among(line.among, path, exists)
    if line.every is None and often not in OFTEN:
        yield Fault((*path, "every"), _('say for which periods: every = "school_week".'))
    yield from _of_weeks(line, line.every or OFTEN.get(often, WEEKS), path)
    fitting = ("class", "unit") if _is_of_units(line.among) else ("person",)
    if line.of and paper.get(line.of, {}).get("type") not in fitting:
        yield Fault((*path, "of"), _("name a field of the paper of type %(types)s.") % {"types": listed(fitting)})


def goes_with_nothing(described: Mapping[str, list[Any]]) -> Iterator[Fault]:
    """A rota that goes with campaigns of a register that has none."""
    running = sorted(one.code for one in described.get("register", ()) if one.table.runs)
    for one in described.get("rota", ()):
        if one.table.during and one.table.during not in running:
            words = _("no register of this name has campaigns; there are: %(registers)s.") % {"registers": listed(running)}
            yield Fault(("rota", one.code, "during"), words)


def _of_weeks(line: RotaLine, every: str, path: Path) -> Iterator[Fault]:
    if line.weeks and every != WEEKS:
        yield Fault((*path, "weeks"), _('weeks of a term are counted where every = "school_week".'))


def _of_among(among: str, path: Path, exists: Exists) -> Iterator[Fault]:
    if among in (CLASSES, LIST):
        return
    if among.startswith(OF_UNITS):
        if not exists.unit_kind(among.removeprefix(OF_UNITS)):
            words = _("there is no such kind of unit; there are: %(kinds)s.") % {"kinds": listed(UnitKind.values)}
            yield Fault((*path, "among"), words)
    elif not exists.circle(among) or circle(among).of_thing:
        words = _("write classes, list, unit:… or a circle; there are: %(circles)s.") % _named(among)
        yield Fault((*path, "among"), words)
    elif among in OF_FAMILIES:
        yield Fault((*path, "among"), _("children stand in no rota by name: let their classes take turns."))


def _is_of_units(among: str) -> bool:
    return among == CLASSES or among.startswith(OF_UNITS)


def _named(code: str) -> dict[str, str]:
    return {"circle": code, "circles": listed(one.code for one in all_circles())}
