"""What a register can be narrowed by."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.activities import access
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.shelves import Shelf
from navmark.foundation.activities.states import OccasionState, in_state
from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer

ALL = ("", gettext_lazy("all"))
STATES = {
    "planned": OccasionState.PLANNED,
    "open": OccasionState.RECORD,
    "submitted": OccasionState.SUBMITTED,
    "locked": OccasionState.LOCKED,
    "cancelled": OccasionState.CANCELLED,
}


def seen_by(viewer: Viewer, shelf: Shelf) -> QuerySet[Activity]:
    """Everything on this shelf that she may see, each once."""
    return access.visible_to(viewer).filter(pk__in=_parts(shelf.codes))


def _parts(codes: list[str]) -> QuerySet:
    return Part.objects.filter(kind__in=codes).values("activity")


class RegisterForm(forms.Form):
    """An unknown choice narrows nothing; what there is but one of is not asked. Three queries."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    q = forms.CharField(label=gettext_lazy("Title, theme or place"), required=False, max_length=60)

    def __init__(self, *args: Any, viewer: Viewer, shelf: Shelf, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = seen_by(viewer, shelf)
        ends = self.seen.aggregate(first=Min("day"), last=Max("day"))
        self.has_any = ends["first"] is not None
        held_by = set(self.seen.order_by().values_list("unit", flat=True).distinct())
        choices: dict[str, list[tuple[str, Any]]] = {
            "kind": [(one.code, one.title) for one in shelf.kinds],
            "unit": [(str(unit.pk), name_on(unit, viewer.on)) for unit in viewer.units if unit.pk in held_by],
            "state": [(key, _called(state, shelf)) for key, state in STATES.items()],
            "year": _years(ends["first"] or viewer.on, ends["last"] or viewer.on),
        }
        for name, some in choices.items():
            self.fields[name].choices = [ALL, *some]  # type: ignore[attr-defined]
            if name in ("kind", "unit") and len(some) < 2:
                del self.fields[name]
        kinds = {unit.kind for unit in viewer.units if unit.pk in held_by}
        if "unit" in self.fields and len(kinds) == 1:
            self.fields["unit"].label = UnitKind(kinds.pop()).heading

    def rows(self) -> QuerySet[Activity]:
        """What the filters leave, the newest first."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        found = self.seen
        if "kind" in asked:
            found = found.filter(pk__in=_parts([asked["kind"]]))
        if "unit" in asked:
            found = found.filter(unit=asked["unit"])
        found = found.filter(in_state(STATES[asked["state"]], at=timezone.now())) if "state" in asked else found
        if "year" in asked:
            found = found.filter(day__range=_span(asked["year"]))
        if "q" in asked:
            about = Part.objects.filter(topic__icontains=asked["q"]).values("activity")
            found = found.filter(Q(title__icontains=asked["q"]) | Q(place__icontains=asked["q"]) | Q(pk__in=about))
        return found.select_related("unit", "host", "recorder").prefetch_related("parts").order_by("-starts_at", "-pk")

    @property
    def narrowed(self) -> int:
        """By how many things, of what was asked for."""
        return sum(map(bool, self.cleaned_data.values()))

    @property
    def told(self) -> str:
        """The year that was asked for, in words; empty for all."""
        return dict(self.fields["year"].choices).get(self.cleaned_data.get("year") or None, "")  # type: ignore[attr-defined]


def _called(state: OccasionState, shelf: Shelf) -> Any:
    """As the chips of this shelf say it: what nobody signs is complete, and waits for no lock."""
    unsigned = state == OccasionState.SUBMITTED and any(one.is_data for one in shelf.kinds)
    return (OccasionState.DONE if unsigned else state).label


def _years(first: date, last: date) -> list[tuple[str, str]]:
    """Years, and school years, of what there is; the newest first."""
    years = [(f"{year}", _("%(year)s") % {"year": year}) for year in range(last.year, first.year - 1, -1)]
    school_years = range(school_year_of(last), school_year_of(first) - 1, -1)
    return [
        *years,
        *((f"s{year}", _("school year %(first)s/%(last)s") % {"first": year, "last": year + 1}) for year in school_years),
    ]


def _span(year: str) -> tuple[date, date]:
    if year.startswith("s"):
        period = periods.school_year(int(year[1:]))
        return period.starts, period.ends
    return date(int(year), 1, 1), date(int(year), 12, 31)
