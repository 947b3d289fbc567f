"""The rotas that a viewer reads, with who has a turn now."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, known
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.ui.marks import colon, pause

NAMED = 6  # of those who have a turn now


@dataclass(frozen=True)
class ShelvedRota:
    """One rota on the shelf, and who has a turn in it now, as far as she reads it."""

    rota: Rota
    coming: tuple[Turn, ...]

    @property
    def words(self) -> str:
        holders = pause().join(turn.holder for turn in self.coming)
        return self.coming[0].when + colon() + holders if holders else _("nobody now")


def shelved(viewer: Viewer) -> list[ShelvedRota]:
    """One query for the turns of all, beside that of the rotas."""
    units = {one.pk: [unit.pk for unit in access.units_to_read(viewer, one)] for one in known.rotas()}
    rotas = [one for one in known.rotas() if units[one.pk]]
    now = Turn.objects.filter(rota__in=[one.pk for one in rotas], starts_on__lte=viewer.on, ends_on__gte=viewer.on)
    coming: dict[UUID, list[Turn]] = defaultdict(list)
    for turn in now.select_related("rota", "person", "holder_unit", "activity"):
        if turn.unit_id in units[turn.rota_id]:
            coming[turn.rota_id].append(turn)
    return [ShelvedRota(one, tuple(coming[one.pk][:NAMED])) for one in rotas]
