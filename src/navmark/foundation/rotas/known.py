"""The rotas of the school, read once while its door is open."""

from datetime import date

from django.db.models import Q

from navmark.foundation.rotas.models import Rota
from navmark.foundation.tenancy.scope import forget, remembered

ROWS = "rotas.rotas"


class UnknownRota(LookupError):
    """The school has no rota of this code."""


def rotas() -> tuple[Rota, ...]:
    """In their order, those too that are switched off: their turns are still read. One query."""
    return remembered(ROWS, lambda: tuple(Rota.objects.order_by("position", "code")))


def rota(code: str) -> Rota:
    """Raises UnknownRota."""
    found = next((one for one in rotas() if one.code == code), None)
    if found is None:
        raise UnknownRota(code)
    return found


def rotas_kept(on: date) -> int:
    """How many are in force and have had a turn."""
    in_force = Rota.objects.filter(Q(active_to__isnull=True) | Q(active_to__gt=on))
    return in_force.filter(turns__starts_on__lte=on).distinct().count()


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)
