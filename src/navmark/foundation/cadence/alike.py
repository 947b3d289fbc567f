"""Equal matters in one line: the same thing of the same period that stands alike, of several units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.arithmetic import month_end
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


NOW, LATER, COMING, SETTLED_ONES = "now", "later", "coming", "settled"
HEADS = {  # of what stands below what is to do now
    LATER: _("Later"),
    COMING: _("Coming up"),
    SETTLED_ONES: _("Done or not needed"),
}


def sections(owed: Iterable[Owed], *, on: date) -> list[AlikeSection]:
    """What waits by this week or month, what is later, what is coming, what is settled: each in its order, none that is empty."""
    found: dict[str, dict[object, list[Owed]]] = {}
    for one in owed:
        duty = one.duty
        key = (duty.cadence_id, duty.period_key, one.state, duty.step) if duty.cadence_id and not one.asked else duty.pk
        found.setdefault(_part(one, on), {}).setdefault(key, []).append(one)
    return [AlikeSection(HEADS.get(part, ""), [Alike(some) for some in equal.values()]) for part, equal in found.items()]


def _part(one: Owed, on: date) -> str:
    if one.state in SETTLED:
        return SETTLED_ONES
    if one.state == DutyState.COMING:
        return COMING
    soon = max(month_end(on), on + timedelta(days=6 - on.weekday()))  # on the last of a month this week is not far away
    is_later = one.state == DutyState.WAITING or (one.due_on is not None and one.due_on > soon)
    return LATER if is_later else NOW
