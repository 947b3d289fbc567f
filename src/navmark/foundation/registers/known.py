"""The registers of the school with the steps of today, read once while its door is open."""

from collections import defaultdict
from uuid import UUID

from navmark.foundation.registers.models import Register, RegisterEdition
from navmark.foundation.tenancy.scope import forget, remembered

ROWS = "registers.registers"


class UnknownRegister(LookupError):
    """The school has no register of this code."""


def registers() -> tuple[Register, ...]:
    """In their order, those too that are switched off: their entries are still read. One query with their editions."""
    return tuple(editions[-1].register for editions in _all().values())


def register(code: str) -> Register:
    """Raises UnknownRegister."""
    found = next((one for one in registers() if one.code == code), None)
    if found is None:
        raise UnknownRegister(code)
    return found


def newest(one: Register) -> RegisterEdition:
    """The edition in which an entry begins today."""
    return editions_of(one)[-1]


def editions_of(one: Register) -> list[RegisterEdition]:
    """Oldest first: its entries go on under those in which they began. A register has few."""
    return _all()[one.pk]


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)


def _all() -> dict[UUID, list[RegisterEdition]]:
    return remembered(ROWS, _read)


def _read() -> dict[UUID, list[RegisterEdition]]:
    found = defaultdict[UUID, list[RegisterEdition]](list)
    for row in RegisterEdition.objects.select_related("register").order_by("register__position", "register__code", "number"):
        found[row.register_id].append(row)
    return dict(found)
