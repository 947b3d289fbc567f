"""What people type to plan a meeting, and to cancel it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.forms import PersonField
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.planning import companions, retitled

YEARS_BACK, YEARS_AHEAD = 10, 2  # what a paper book of before may hold; what anybody plans ahead


@dataclass(frozen=True)
class Companion:
    """One line of "in the same gathering": the tick, and what is asked if it is ticked; shown always, so it needs no script."""

    tick: forms.boundfield.BoundWidget
    fields: list[forms.BoundField]


class PlanForm(forms.Form):
    """One occasion. What else is held in the same gathering is ticked, and becomes a part with its own sheet."""

    title = forms.CharField(label=_("Title"), max_length=120)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    start = forms.TimeField(label=_("Starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    end = forms.TimeField(label=_("Ends at"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Place"), max_length=100, required=False)
    tags = forms.CharField(
        label=_("Also serves"),
        max_length=200,
        required=False,
        help_text=_("Campaigns or initiatives, separated by commas; the activity is not typed a second time for them."),
    )

    def __init__(
        self,
        *args: Any,
        kind: str,
        unit: Unit,
        people: list[Person],
        planner: Person | None = None,
        planned: Collection[str] = (),  # kinds that have their part, and their number, already
        on: date,  # today
        held: bool = False,  # somebody is marked as there: another day needs a reason
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.unit, self.planner, self.planned, self.on = kind, unit, planner, planned, on
        if held:
            self.fields["because"] = forms.CharField(label=_("Why the day changes"), max_length=200, required=False)
        if kind == kinds.TALK:  # the two keep it themselves: a recorder would be a third who reads it
            del self.fields["tags"]
            self.fields["one"] = PersonField(people, label=_("One of the two"))
            self.fields["other"] = PersonField(people, label=_("The other"))
            self.order_fields(("one", "other"))
        else:
            self._ask_of_part("", activity_kinds.kind(kind))
            self.fields["host"] = PersonField(people, label=_("Host"), required=False)
            self.fields["recorder"] = PersonField(people, label=_("Recorder"), required=False)
            self.fields["together"] = forms.MultipleChoiceField(
                label=_("In the same gathering"),
                required=False,
                choices=[(one.code, one.title) for one in companions(kind)],
                widget=forms.CheckboxSelectMultiple,
            )
            for one in companions(kind):
                self._ask_of_part(one.code, one)

    def _ask_of_part(self, code: str, kind: activity_kinds.Kind) -> None:
        """Theme and number of one part; `code` is empty for the first."""
        topic, number = _names(code)
        self.fields[topic] = forms.CharField(label=_("Theme"), max_length=200, required=False)
        if kind.numbered:
            label = _("How many in the year")
            self.fields[number] = forms.IntegerField(
                label=label, min_value=1, max_value=999, required=False, show_hidden_initial=True
            )

    def companions(self) -> list[Companion]:
        """What may be ticked, line by line."""
        ticks = self["together"].subwidgets if "together" in self.fields else []
        return [Companion(tick, [self[name] for name in _names(tick.data["value"]) if name in self.fields]) for tick in ticks]

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields line by line, as they stand on the page."""
        lines = (("one", "other"), ("title",), ("day", "start", "end", "number"), ("because",), ("place",), ("topic",))
        lines += (("host", "recorder"),)
        return [[self[name] for name in line if name in self.fields] for line in lines if line[0] in self.fields]

    def clean_day(self) -> date:
        """A year that nobody can mean is a slip of the fingers: what is planned there would never be found again."""
        day: date = self.cleaned_data["day"]
        first, last = self.on.year - YEARS_BACK, self.on.year + YEARS_AHEAD
        if not first <= day.year <= last:
            raise forms.ValidationError(
                _("Check the year: it lies between %(first)s and %(last)s.") % {"first": first, "last": last}
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] <= data["start"]:
            self.add_error("end", _("The end lies before the start. Correct one of the two."))
        if data.get("one") and data.get("one") == data.get("other"):
            self.add_error("other", _("A talk needs two different people."))
        if data.get("one") and data.get("other") and self.planner and self.planner not in (data["one"], data["other"]):
            self.add_error("one", _("Arrange your own talks; those of others the two themselves or the secretary arrange."))
        return data

    def _part(self, kind: str, code: str) -> PlannedPart:
        topic, number = _names(code)
        return PlannedPart(kind, self.cleaned_data.get(topic, ""), self._number(kind, number))

    def _number(self, kind: str, name: str) -> int | None:
        """What was typed, or what the part has. Nothing, so that the next one is given, where it was only suggested:
        somebody else may have taken it meanwhile, or the meeting was moved to another year."""
        same_year = self._opened_with.year == self.cleaned_data["day"].year
        stays = name in self.changed_data or (kind in self.planned and same_year)
        return self.cleaned_data.get(name) if stays else None

    @property
    def _opened_with(self) -> date:
        """The day for which title and numbers were filled in."""
        return self.initial.get("day") or self.cleaned_data["day"]

    def plan(self) -> Plan:
        data = self.cleaned_data
        chosen = [data[name] for name in ("one", "other") if data.get(name)]
        parts = [self._part(self.kind, ""), *(self._part(code, code) for code in data.get("together", ()))]
        return Plan(
            unit=self.unit,
            title=retitled(data["title"], self.kind, self.unit, was=self._opened_with, now=data["day"]),
            parts=parts,
            starts_at=_moment(data["day"], data["start"]),
            ends_at=_moment(data["day"], data["end"]) if data.get("end") else None,
            place=data["place"],
            host=chosen[0] if chosen else data["host"],
            recorder=chosen[0] if chosen else data["recorder"],
            chosen=chosen,
            tags=re.split(r"[、，；]|[,;]", data.get("tags", "")),
        )


def _names(code: str) -> tuple[str, str]:
    return (f"topic_{code}", f"number_{code}") if code else ("topic", "number")


def _moment(day: Any, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=get_current_timezone())


class CancelForm(forms.Form):
    because = forms.CharField(label=_("Why"), max_length=200)
