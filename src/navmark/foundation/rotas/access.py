"""The only door to a turn: readers and keepers around the unit that holds the rota, and its holder."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Rota, Turn, TurnAsk


def hers(viewer: Viewer, path: str = "") -> Q:
    """What is her own: as a person, or for a unit that she heads; on turns, or on what has the same two columns."""
    mine = {f"{path}person": viewer.person.pk}
    return Q(**mine) | Q(**{f"{path}holder_unit__in": viewer.homes_in(HEAD_OF)})


def is_hers(viewer: Viewer, one: Turn | TurnAsk) -> bool:
    """The same of one."""
    return one.person_id == viewer.person.pk or one.holder_unit_id in viewer.homes_in(HEAD_OF)


def own_turns(viewer: Viewer) -> QuerySet[Turn]:
    """All that are hers, earliest first."""
    return Turn.objects.filter(hers(viewer)).select_related("rota", "unit", "person", "holder_unit", "activity")


def reads(viewer: Viewer, rota: Rota, unit: Unit) -> bool:
    return viewer.is_in(unit, *rota.readers, *rota.keepers)


def keeps(viewer: Viewer, rota: Rota, unit: Unit) -> bool:
    return viewer.is_in(unit, *rota.keepers)


def visible_to(viewer: Viewer) -> QuerySet[Turn]:
    """All that are hers, and those of every table that she reads; earliest first."""
    condition = hers(viewer)
    for one in known.rotas():
        condition |= Q(rota=one, unit__in=viewer.units_in(*one.readers, *one.keepers))
    return Turn.objects.filter(condition).select_related("rota", "unit", "person", "holder_unit", "activity")


def rota_here(code: str) -> Rota:
    try:
        return known.rota(code)
    except known.UnknownRota:
        raise Http404 from None


def units_read_by(viewer: Viewer, rota: Rota) -> frozenset[UUID]:
    """The ids of the units whose table she reads, of those too that are closed."""
    return viewer.units_in(*rota.readers, *rota.keepers)


def units_to_read(viewer: Viewer, rota: Rota) -> list[Unit]:
    """The units of today whose table she reads."""
    here = units_read_by(viewer, rota)
    return [unit for unit in viewer.units_today if unit.kind == rota.unit_kind and unit.pk in here]


def table_to_read(viewer: Viewer, code: str, wanted: str) -> tuple[Rota, Unit, list[Unit]]:
    """The rota, the unit whose table is asked for (the first of hers otherwise), and all of them. 404 where she reads none."""
    rota = rota_here(code)
    units = units_to_read(viewer, rota)
    own = viewer.homes_in(HEAD_OF)
    first = next((one for one in units if one.pk in own), units[0] if units else None)
    unit = next((one for one in units if str(one.pk) == wanted), None if wanted else first)
    if unit is None:
        raise Http404
    return rota, unit, units


def table_to_keep(viewer: Viewer, code: str, wanted: str) -> tuple[Rota, Unit]:
    rota, unit, _units = table_to_read(viewer, code, wanted)
    if not keeps(viewer, rota, unit):
        raise PermissionDenied
    return rota, unit


def turn_to_read(viewer: Viewer, pk: UUID) -> Turn:
    rows = Turn.objects.select_related("rota", "unit", "person", "holder_unit", "activity")
    turn = rows.filter(pk=pk).first()
    if turn is None or not (is_hers(viewer, turn) or reads(viewer, turn.rota, turn.unit)):
        raise Http404
    return turn


def turn_to_change(viewer: Viewer, pk: UUID) -> Turn:
    """Her own, or of a rota that she keeps."""
    turn = turn_to_read(viewer, pk)
    if not is_hers(viewer, turn) and not keeps(viewer, turn.rota, turn.unit):
        raise PermissionDenied
    return turn


def question_to_see(viewer: Viewer, pk: UUID) -> TurnAsk:
    """For whom it asks, and for who asked."""
    rows = TurnAsk.objects.select_related("turn__rota", "turn__unit", "turn__person", "turn__holder_unit")
    asked = rows.select_related("other__rota", "other__person", "other__holder_unit").filter(pk=pk).first()
    if asked is None or not (is_hers(viewer, asked) or asked.by == viewer.person.pk):
        raise Http404
    return asked
