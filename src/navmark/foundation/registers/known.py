"""The registers of the school with the steps of today, read once while its door is open."""

from collections import defaultdict
from uuid import UUID

from django.db.models import F, Max, QuerySet

from navmark.foundation.registers.models import Register, RegisterEdition
from navmark.foundation.registers.models.register import course_under as course_of_older
from navmark.foundation.registers.steps import Course
from navmark.foundation.tenancy.prepared import lasting
from navmark.foundation.tenancy.scope import forget, remembered

ROWS, ALL = "registers.registers", "registers.editions"


class UnknownRegister(LookupError):
    """The school has no register of this code."""


def registers() -> tuple[Register, ...]:
    """In their order, those too that are switched off: their entries are still read. One query with their newest editions."""
    return tuple(edition.register for edition in _newest().values())


def register(code: str) -> Register:
    """Raises UnknownRegister."""
    found = next((one for one in registers() if one.code == code), None)
    if found is None:
        raise UnknownRegister(code)
    return found


def newest(one: Register) -> RegisterEdition:
    """The edition in which an entry begins today."""
    return _newest()[one.pk]


def course_under(edition: UUID) -> Course:
    """Its steps and states; no query for a newest one."""
    found = next((one for one in _newest().values() if one.pk == edition), None)
    return found.course if found else course_of_older(edition)


def editions_of(one: Register) -> list[RegisterEdition]:
    """Oldest first: its entries go on under those in which they began. One query more, for all registers."""
    return remembered(ALL, _all)[one.pk]


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)
    forget(ALL)


def _newest() -> dict[UUID, RegisterEdition]:
    return remembered(ROWS, lambda: {row.register_id: row for row in _last()})


@lasting
def _last() -> QuerySet[RegisterEdition]:
    return _in_order().annotate(last=Max("register__editions__number")).filter(number=F("last"))


def _all() -> dict[UUID, list[RegisterEdition]]:
    found = defaultdict[UUID, list[RegisterEdition]](list)
    for row in _in_order():
        found[row.register_id].append(row)
    return dict(found)


def _in_order() -> QuerySet[RegisterEdition]:
    return RegisterEdition.objects.select_related("register").order_by("register__position", "register__code", "number")
