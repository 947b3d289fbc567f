"""The registers that a viewer reads, with what they ask for; and by the pillar in which the programme keeps them."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import ngettext

from navmark.foundation.people.access import PILLAR_LEADERS
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.filtering import asks
from navmark.foundation.registers.models import Register


@dataclass(frozen=True)
class ShelvedRegister:
    """`asking`: how many of the entries that she sees ask for something; `adds`: whether she may add one."""

    register: Register
    asking: int
    adds: bool

    @property
    def words(self) -> str:
        if not self.asking:
            return ""
        return ngettext("%(n)s entry under way", "%(n)s entries under way", self.asking) % {"n": self.asking}


def pillars(viewer: Viewer) -> list[tuple[str, list[ShelvedRegister]]]:
    """By the title of the pillar, in the order of the programme; for whoever leads none, without titles."""
    if not viewer.has(*PILLAR_LEADERS):
        return [("", hers)] if (hers := shelved(viewer)) else []
    found: dict[str, list[ShelvedRegister]] = {one.heading: [] for one in known.registers()}
    for one in shelved(viewer):
        found[one.register.heading].append(one)
    return [(title, some) for title, some in found.items() if some]


def shelved(viewer: Viewer) -> list[ShelvedRegister]:
    """First where she has something to do, then as the programme has them. Two queries beside those that know who she is."""
    hers = access.registers_read_by(viewer)
    rows = access.visible_to(viewer, *hers).filter(asks(*hers)).order_by() if hers else None
    asking = dict(rows.values_list("register").annotate(Count("pk"))) if rows is not None else {}
    found = [ShelvedRegister(one, asking.get(one.pk, 0), bool(access.units_to_add_for(viewer, one))) for one in hers]
    return sorted(found, key=lambda one: not (one.adds or one.asking))
