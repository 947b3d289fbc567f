"""What no library can check of a kind of pledge: circles, units, and registers that there are."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.papers.types.people import OF_FAMILIES
from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.pledges.about import PERSON, UNIT, parted
from navmark.foundation.programme.nouns.pledges.structure import PledgeTable
from navmark.foundation.tables.refusals import listed


def senseless(table: PledgeTable, path: Path, exists: Exists) -> Iterator[Fault]:
    """Every fault of one kind; its paper checks itself. Whether a register is there is known only once all files are read: an
    entry of none is nothing to take on."""
    if not exists.unit_kind(table.unit):
        yield _no_unit((*path, "unit"))
    for name in ("takers", "keepers", "readers"):
        yield from _unknown(getattr(table, name), (*path, name), exists)
    for name in ("about", "takers", "keepers"):
        if not getattr(table, name):
            yield Fault((*path, name), _("name at least one: else nothing is taken on, or by nobody."))
    for what, of in parted(table.about):
        if what == UNIT and not exists.unit_kind(of):
            yield _no_unit((*path, "about"))
        elif what == PERSON:
            yield from _unknown((of,), (*path, "about"), exists)
            if of in OF_FAMILIES:
                words = _("a child or a family is named by an entry of a register, whose page asks what for: write entry:CODE.")
                yield Fault((*path, "about"), words)


def _no_unit(path: Path) -> Fault:
    return Fault(path, _("there is no such kind of unit; there are: %(kinds)s.") % {"kinds": listed(UnitKind.values)})


def _unknown(codes: tuple[str, ...], path: Path, exists: Exists) -> Iterator[Fault]:
    for code in codes:
        there = {"circle": code, "circles": listed(one.code for one in all_circles())}
        if not exists.circle(code):
            yield Fault(path, _("there is no circle %(circle)s; there are: %(circles)s.") % there)
        elif circle(code).of_thing:
            yield Fault(path, _("nobody is %(circle)s of what is only taken on; name a circle of the unit.") % there)
