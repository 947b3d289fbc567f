"""What the page "What do you want to arrange?" says beside each kind: how often it is due, and what of it is arranged by now.

It reads what stands in the plan, not the duties: whoever is about to arrange something asks whether it was arranged already.
What two keep between them is never counted here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.kinds import Kind, private_kinds
from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.almanac import periods
from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.cadence.spans import LATEST_CLOSE, PARTY_YEAR_OPENS, party_year_of
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date

PER = {
    PeriodKind.WEEK: pgettext_lazy("how often", "a week"),
    PeriodKind.MONTH: pgettext_lazy("how often", "a month"),
    PeriodKind.QUARTER: pgettext_lazy("how often", "a quarter"),
    PeriodKind.HALF: pgettext_lazy("how often", "a half-year"),
    PeriodKind.YEAR: pgettext_lazy("how often", "a year"),
    PeriodKind.PARTY_YEAR: pgettext_lazy("how often", "a Party year"),
}
NOW = {
    PeriodKind.WEEK: gettext_lazy("This week"),
    PeriodKind.MONTH: gettext_lazy("This month"),
    PeriodKind.QUARTER: gettext_lazy("This quarter"),
    PeriodKind.HALF: gettext_lazy("This half-year"),
    PeriodKind.YEAR: gettext_lazy("This year"),
    PeriodKind.PARTY_YEAR: gettext_lazy("This Party year"),
}
Days = dict[tuple[str, object], list[date]]  # (kind, unit) -> days


@dataclass(frozen=True)
class KindOffered:
    """One line: a kind, or one of the units that hold it; `said` is empty where nobody asks for it."""

    kind: Kind
    unit: Unit | None
    said: str
    on: date

    @property
    def name(self) -> str:
        return name_on(self.unit, self.on) if self.unit else str(self.kind.title)


def of_kinds(viewer: Viewer, offered: Mapping[Kind, Sequence[Unit]]) -> list[KindOffered]:
    """A line for each kind; beside it the units for which the viewer plans it. Two queries, whatever their number."""
    cadences, days = _cadences(viewer), _days(viewer)
    return [KindOffered(kind, None, _said(kind, units, cadences, days, viewer.on), viewer.on) for kind, units in offered.items()]


def of_units(viewer: Viewer, kind: Kind, units: Sequence[Unit]) -> list[KindOffered]:
    """A line for each unit, where several hold it. Two queries."""
    cadences, days = _cadences(viewer), _days(viewer)
    return [KindOffered(kind, unit, _said(kind, [unit], cadences, days, viewer.on), viewer.on) for unit in units]


def _cadences(viewer: Viewer) -> dict[str, Cadence]:
    rows = Cadence.objects.filter(active_from__lte=viewer.on).filter(Q(active_to=None) | Q(active_to__gte=viewer.on))
    return {row.activity_kind: row for row in rows.order_by("-active_from", "-id") if PeriodKind(row.period) in PER}


def _days(viewer: Viewer) -> Days:
    """When what is arranged takes place, from the last party year to the end of this one: it holds every period here."""
    first, last = date(viewer.on.year - 1, *PARTY_YEAR_OPENS), date(viewer.on.year + 1, *LATEST_CLOSE)
    rows = Part.objects.filter(activity__in=activities.visible_to(viewer), activity__day__range=(first, last))
    rows = rows.exclude(kind__in=private_kinds()).exclude(activity__state=ActivityState.CANCELLED).order_by("activity__day")
    found: Days = defaultdict(list)
    for kind, unit, day in rows.values_list("kind", "activity__unit", "activity__day"):
        found[kind, unit].append(day)
    return found


def _said(kind: Kind, units: Sequence[Unit], cadences: dict[str, Cadence], days: Days, on: date) -> str:
    """每月一次 · 本月已安排11月28日(周六)."""
    cadence = cadences.get(kind.code)
    if cadence is None:
        return str(kind.note)
    period = PeriodKind(cadence.period)
    words = {"times": cadence.times, "per": PER[period]}
    often = _("once %(per)s") % words if cadence.times == 1 else _("%(times)s times %(per)s") % words
    if kind.is_private:
        return often
    first, last = _span(period, on)
    arranged = [[day for day in days.get((kind.code, unit.pk), ()) if first <= day <= last] for unit in units]
    return " · ".join((often, _arranged(arranged, str(NOW[period]), str(UnitKind(kind.unit_kind).label))))


def _arranged(arranged: list[list[date]], period: str, what: str) -> str:
    if not any(arranged):
        return _("%(period)s not yet arranged") % {"period": period}
    if len(arranged) > 1:
        counted = {"period": period, "all": len(arranged), "done": sum(map(bool, arranged)), "what": what}
        return _("%(period)s arranged by %(done)s of %(all)s: %(what)s") % counted
    days = "、".join(cn_date(day) for one in arranged for day in one)
    return _("%(period)s arranged for %(days)s") % {"period": period, "days": days}


def _span(period: PeriodKind, on: date) -> tuple[date, date]:
    if period == PeriodKind.PARTY_YEAR:
        year = party_year_of(on)
        return date(year, *PARTY_YEAR_OPENS), date(year + 1, *LATEST_CLOSE)
    if period == PeriodKind.WEEK:
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=6)
    here = periods.each(period, starts=on, ends=on)[0]
    return here.starts, here.ends
