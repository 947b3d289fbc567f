"""The registers that a viewer reads, by the pillar in which the programme keeps them."""

from dataclasses import dataclass

from django.db.models import Count

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.filtering import asks
from navmark.foundation.registers.models import Register


@dataclass(frozen=True)
class ShelvedRegister:
    """`asking`: how many of the entries that she sees ask for something; `adds`: whether she may add one."""

    register: Register
    asking: int
    adds: bool


def pillars(viewer: Viewer) -> list[tuple[str, list[ShelvedRegister]]]:
    """By the title of the pillar, in the order of the programme; first within each where she has something to do. Two queries
    beside those that know who she is."""
    hers = access.registers_read_by(viewer)
    rows = access.visible_to(viewer, *hers).filter(asks(*hers)).order_by() if hers else None
    asking = dict(rows.values_list("register").annotate(Count("pk"))) if rows is not None else {}
    found: dict[str, list[ShelvedRegister]] = {one.heading: [] for one in hers}
    for one in hers:
        found[one.heading].append(ShelvedRegister(one, asking.get(one.pk, 0), bool(access.units_to_add_for(viewer, one))))
    return [(title, sorted(some, key=lambda one: not (one.adds or one.asking))) for title, some in found.items()]
