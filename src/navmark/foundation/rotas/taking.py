"""What leaves with a year of who took turns: the table of each rota, a leaf for each unit that holds it."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, known
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.tables import TurnTable
from navmark.foundation.tables.writing import workbook

FOLDER = "轮值"


def pieces(year: int, on: date, viewer: Viewer | None) -> Iterator[tuple[str, bytes]]:
    """The tables that this viewer reads, at the command line (None) all; made one after the other."""
    for rota, units in _taken(year, viewer):
        since, until = date(year, 1, 1), date(year, 12, 31)
        tables = [TurnTable(rota, unit, on=on, since=since, until=until) for unit in units]
        yield f"{FOLDER}/{filename(f'{year}年度{rota.title}', 'xlsx')}", workbook([one.worksheet() for one in tables])


def words(year: int, viewer: Viewer) -> Iterator[str]:
    for rota, _units in _taken(year, viewer):
        yield _("%(title)s: who had which turn (XLSX)") % {"title": rota.name}


def _taken(year: int, viewer: Viewer | None) -> Iterator[tuple[Rota, list[Unit]]]:
    """Each rota with the units of which she reads the table and in which somebody had a turn that year. Two queries."""
    told = set(Turn.objects.filter(starts_on__year=year).order_by().values_list("rota", "unit").distinct())
    units = Unit.objects.in_bulk({unit for _rota, unit in told})
    for rota in known.rotas():
        here = access.units_read_by(viewer, rota) if viewer else units.keys()
        found = [unit for pk, unit in units.items() if (rota.pk, pk) in told and pk in here]
        if found:
            yield rota, found
