"""The kinds of pledge that a viewer reads, with how many she holds herself."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import ngettext

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, known
from navmark.foundation.pledges.models import Pledge, PledgeKind, PledgeState


@dataclass(frozen=True)
class ShelvedPledge:
    """One kind on the shelf, and how many she holds herself."""

    kind: PledgeKind
    own: int

    @property
    def words(self) -> str:
        return ngettext("%(n)s is with you", "%(n)s are with you", self.own) % {"n": self.own} if self.own else ""


def shelved(viewer: Viewer) -> list[ShelvedPledge]:
    """One query beside that of the kinds."""
    mine = Pledge.objects.filter(holder=viewer.person, state=PledgeState.TAKEN).order_by()
    own = dict(mine.values_list("kind").annotate(Count("pk")))
    return [ShelvedPledge(one, own.get(one.pk, 0)) for one in known.kinds() if one.pk in own or access.reads(viewer, one)]
