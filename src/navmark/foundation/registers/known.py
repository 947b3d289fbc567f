"""The registers of the school with the steps of today, read once while its door is open."""

from uuid import UUID

from navmark.foundation.registers.models import Register, RegisterEdition
from navmark.foundation.tenancy.scope import forget, remembered

ROWS = "registers.registers"


class UnknownRegister(LookupError):
    """The school has no register of this code."""


def registers() -> tuple[Register, ...]:
    """In their order, those too that are switched off: their entries are still read. One query with their editions."""
    return tuple(edition.register for edition in _newest())


def register(code: str) -> Register:
    """Raises UnknownRegister."""
    found = next((one for one in registers() if one.code == code), None)
    if found is None:
        raise UnknownRegister(code)
    return found


def newest(one: Register) -> RegisterEdition:
    """The edition in which an entry begins today."""
    return next(edition for edition in _newest() if edition.register_id == one.pk)


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)


def _newest() -> tuple[RegisterEdition, ...]:
    return remembered(ROWS, lambda: tuple(_read().values()))


def _read() -> dict[UUID, RegisterEdition]:
    """The last edition of each; a register has few."""
    rows = RegisterEdition.objects.select_related("register").order_by("register__position", "register__code", "number")
    return {row.register_id: row for row in rows}
