"""What the list of all meetings can be narrowed by."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.activities.models import ActivityState
from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.models import Unit
from navmark.pillars.demonstration.branch_life import kinds

ALL = ("", gettext_lazy("all"))
STATES = {
    "planned": (gettext_lazy("planned"), Q(state=ActivityState.PLANNED)),
    "open": (gettext_lazy("held, record open"), Q(state=ActivityState.HELD, completed_at=None, closed_at=None)),
    "submitted": (gettext_lazy("record complete"), Q(completed_at__isnull=False, closed_at=None)),
    "locked": (gettext_lazy("locked"), Q(closed_at__isnull=False)),
    "cancelled": (gettext_lazy("cancelled"), Q(state=ActivityState.CANCELLED)),
}


class MeetingsForm(forms.Form):
    """An unknown choice narrows nothing."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    time = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    q = forms.CharField(label=gettext_lazy("Title, theme or place"), required=False, max_length=60)

    def __init__(self, *args: Any, units: Iterable[Unit], first: date, last: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "kind": [(one.code, one.title) for one in kinds.KINDS],
            "unit": [(str(unit.pk), unit.name) for unit in units],
            "state": [(key, label) for key, (label, _rows) in STATES.items()],
            "time": _times(first, last),
        }
        for name, some in choices.items():
            self.fields[name].choices = [ALL, *some]  # type: ignore[attr-defined]

    def rows(self) -> Q:
        """The condition that the filters make."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        found = Q()
        if "kind" in asked:
            found &= Q(parts__kind=asked["kind"])
        if "unit" in asked:
            found &= Q(unit=asked["unit"])
        if "state" in asked:
            found &= STATES[asked["state"]][1]
        if "time" in asked:
            found &= Q(day__range=_span(asked["time"]))
        if "q" in asked:
            words = asked["q"]
            found &= Q(title__icontains=words) | Q(place__icontains=words) | Q(parts__topic__icontains=words)
        return found


def _times(first: date, last: date) -> list[tuple[str, str]]:
    """Years, and school years, of what there is; the newest first."""
    years = [(f"{year}", _("%(year)s") % {"year": year}) for year in range(last.year, first.year - 1, -1)]
    school_years = range(school_year_of(last), school_year_of(first) - 1, -1)
    return [
        *years,
        *((f"s{year}", _("school year %(first)s/%(last)s") % {"first": year, "last": year + 1}) for year in school_years),
    ]


def _span(time: str) -> tuple[date, date]:
    if time.startswith("s"):
        period = periods.school_year(int(time[1:]))
        return period.starts, period.ends
    return date(int(time), 1, 1), date(int(time), 12, 31)
