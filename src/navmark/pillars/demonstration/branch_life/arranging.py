"""What the page "What do you want to arrange?" says beside each kind: how often it is due, and what of it is arranged by now.

It reads what stands in the plan, not the duties: whoever is about to arrange something asks whether it was arranged already.
Talks are never counted here; what is due of them is each member's own matter.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.almanac import periods
from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.cadence.spans import LATEST_CLOSE, PARTY_YEAR_OPENS, party_year_of
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date
from navmark.pillars.demonstration.branch_life import kinds

PER = {
    PeriodKind.MONTH: pgettext_lazy("how often", "a month"),
    PeriodKind.QUARTER: pgettext_lazy("how often", "a quarter"),
    PeriodKind.HALF: pgettext_lazy("how often", "a half-year"),
    PeriodKind.YEAR: pgettext_lazy("how often", "a year"),
    PeriodKind.PARTY_YEAR: pgettext_lazy("how often", "a Party year"),
}
NOW = {
    PeriodKind.MONTH: gettext_lazy("This month"),
    PeriodKind.QUARTER: gettext_lazy("This quarter"),
    PeriodKind.HALF: gettext_lazy("This half-year"),
    PeriodKind.YEAR: gettext_lazy("This year"),
    PeriodKind.PARTY_YEAR: gettext_lazy("This Party year"),
}
# What is never due: when it is arranged all the same.
AS_NEEDED = {kinds.ORGANISATION: gettext_lazy("as needed · decides on great matters of the school and appointments")}
Days = dict[tuple[str, object], list[date]]  # (kind, unit) -> days


@dataclass(frozen=True)
class Choice:
    """One line: a kind, or for a Party group meeting one of its groups; `said` is empty where nobody asks for it."""

    kind: Kind
    unit: Unit | None
    said: str


def of_kinds(viewer: Viewer, offered: Sequence[Kind], units: Sequence[Unit]) -> list[Choice]:
    """A line for each kind; `units` are those for which the viewer plans. Two queries, whatever their number."""
    cadences, days = _cadences(viewer), _days(viewer)
    return [
        Choice(kind, None, _said(kind, [unit for unit in units if unit.kind == kind.unit_kind], cadences, days, viewer.on))
        for kind in offered
    ]


def of_units(viewer: Viewer, kind: Kind, units: Sequence[Unit]) -> list[Choice]:
    """A line for each group, or for each branch where several are the viewer's. Two queries."""
    cadences, days = _cadences(viewer), _days(viewer)
    return [Choice(kind, unit, _said(kind, [unit], cadences, days, viewer.on)) for unit in units]


def _cadences(viewer: Viewer) -> dict[str, Cadence]:
    rows = Cadence.objects.filter(active_from__lte=viewer.on).filter(Q(active_to=None) | Q(active_to__gte=viewer.on))
    return {row.activity_kind: row for row in rows.order_by("-active_from", "-id") if PeriodKind(row.period) in PER}


def _days(viewer: Viewer) -> Days:
    """When what is arranged takes place, from the last party year to the end of this one: it holds every period here."""
    first, last = date(viewer.on.year - 1, *PARTY_YEAR_OPENS), date(viewer.on.year + 1, *LATEST_CLOSE)
    rows = Part.objects.filter(activity__in=activities.visible_to(viewer), activity__day__range=(first, last))
    rows = rows.exclude(kind=kinds.TALK).exclude(activity__state=ActivityState.CANCELLED).order_by("activity__day")
    found: Days = defaultdict(list)
    for kind, unit, day in rows.values_list("kind", "activity__unit", "activity__day"):
        found[kind, unit].append(day)
    return found


def _said(kind: Kind, units: Sequence[Unit], cadences: dict[str, Cadence], days: Days, on: date) -> str:
    """每月一次 · 本月已安排11月28日(周六)."""
    cadence = cadences.get(kind.code)
    if cadence is None:
        return str(AS_NEEDED.get(kind.code, ""))
    period = PeriodKind(cadence.period)
    words = {"times": cadence.times, "per": PER[period]}
    often = _("once %(per)s") % words if cadence.times == 1 else _("%(times)s times %(per)s") % words
    if kind.code == kinds.TALK:
        return often
    first, last = _span(period, on)
    arranged = [[day for day in days.get((kind.code, unit.pk), ()) if first <= day <= last] for unit in units]
    return " · ".join((often, _arranged(arranged, str(NOW[period]))))


def _arranged(arranged: list[list[date]], period: str) -> str:
    if not any(arranged):
        return _("%(period)s not yet arranged") % {"period": period}
    if len(arranged) > 1:
        counted = {"period": period, "all": len(arranged), "done": sum(map(bool, arranged))}
        return _("%(period)s arranged by %(done)s of %(all)s groups") % counted
    days = "、".join(cn_date(day) for one in arranged for day in one)
    return _("%(period)s arranged for %(days)s") % {"period": period, "days": days}


def _span(period: PeriodKind, on: date) -> tuple[date, date]:
    if period == PeriodKind.PARTY_YEAR:
        year = party_year_of(on)
        return date(year, *PARTY_YEAR_OPENS), date(year + 1, *LATEST_CLOSE)
    here = periods.each(period, starts=on, ends=on)[0]
    return here.starts, here.ends
