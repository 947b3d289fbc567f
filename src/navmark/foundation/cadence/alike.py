"""Equal matters in one line: the same thing of the same period that stands alike, of several units."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.cadence.models import DutyState
from navmark.foundation.cadence.queries import SETTLED, Owed


@dataclass(frozen=True)
class Alike:
    """At least one, in their order."""

    each: list[Owed]

    @property
    def first(self) -> Owed:
        return self.each[0]

    @property
    def are_several(self) -> bool:
        return len(self.each) > 1


@dataclass(frozen=True)
class AlikeSection:
    """What stands together on the list. The first has no need of its head."""

    head: str | Promise
    rows: list[Alike]


HEADS = {  # of what stands below what can be done now
    DutyState.COMING: _("Coming up"),
    DutyState.DONE: _("Done or not needed"),
}


def sections(owed: Iterable[Owed]) -> list[AlikeSection]:
    """What waits, what is coming, what is settled: each in its order, none that is empty."""
    found: dict[DutyState, dict[object, list[Owed]]] = {}
    for one in owed:
        duty = one.duty
        part = DutyState.DONE if one.state in SETTLED else DutyState.COMING if one.state == DutyState.COMING else DutyState.DUE
        key = (duty.cadence_id, duty.period_key, one.state, duty.step) if duty.cadence_id and not one.asked else duty.pk
        found.setdefault(part, {}).setdefault(key, []).append(one)
    return [AlikeSection(HEADS.get(part, ""), [Alike(some) for some in equal.values()]) for part, equal in found.items()]
