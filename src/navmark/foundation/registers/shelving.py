"""The registers that a viewer reads, with what they ask for; and by the pillar in which the programme keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.people.access import PILLAR_LEADERS
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.filtering import asks
from navmark.foundation.registers.models import Register
from navmark.foundation.ui.dates import cn_date


@dataclass(frozen=True)
class ShelvedRegister:
    """`asking`: how many of the `count` entries that she sees ask for something; `last`: the day of the newest; `adds`: whether
    she may add one."""

    register: Register
    asking: int
    count: int
    last: date | None
    adds: bool

    @property
    def words(self) -> str:
        return " · ".join(filter(None, (self.under_way, self.kept)))

    @property
    def under_way(self) -> str:
        if not self.asking:
            return ""
        return ngettext("%(n)s entry under way", "%(n)s entries under way", self.asking) % {"n": self.asking}

    @property
    def kept(self) -> str:
        if self.last is None:
            return _("no entry yet")
        told = {"n": self.count, "day": cn_date(self.last)}
        return ngettext("%(n)s entry, the last of %(day)s", "%(n)s entries, the last of %(day)s", self.count) % told


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
    standing = _standing(viewer, hers) if hers else {}
    found = [
        ShelvedRegister(one, *standing.get(one.pk, (0, 0, None)), bool(access.units_to_add_for(viewer, one))) for one in hers
    ]
    return sorted(found, key=lambda one: not (one.adds or one.asking))


def _standing(viewer: Viewer, hers: Sequence[Register]) -> dict[UUID, tuple[int, int, date | None]]:
    """Of each register in which she sees an entry: how many ask for something, how many there are, and the day of the newest."""
    rows = access.visible_to(viewer, *hers).order_by().values_list("register")
    rows = rows.annotate(asking=Count("pk", filter=asks(*hers)), count=Count("pk"), last=Max("day"))
    return {pk: (asking, count, last) for pk, asking, count, last in rows}
