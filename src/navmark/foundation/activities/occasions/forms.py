"""What people type to plan an occasion, to count it, to cancel it."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.occasions.actions import title_for
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.models import Person, Unit

MOST = 9999
EARLIEST, YEARS_AHEAD = 2000, 2


class WhoField(forms.ModelChoiceField):
    """One of these people, or nobody."""

    def __init__(self, people: list[Person], *, label: Any) -> None:
        super().__init__(Person.objects.filter(pk__in=[one.pk for one in people]), label=label, required=False)
        self.choices = [("", "—"), *((str(one.pk), one.name) for one in people)]


class OccasionForm(forms.Form):
    day = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    start = forms.TimeField(label=gettext_lazy("Starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    end = forms.TimeField(
        label=gettext_lazy("Ends at"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=100, required=False)

    def __init__(self, *args: Any, kind: Kind, unit: Unit, on: date, held: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.unit, self.on = kind, unit, on
        staff = list(people_in([STAFF], None, on=on).order_by("sort_key", "pk"))
        self.fields["host"] = WhoField(staff, label=gettext_lazy("Host"))
        self.fields["recorder"] = WhoField(staff, label=gettext_lazy("Recorder"))
        if held:
            self.fields["because"] = forms.CharField(label=gettext_lazy("Why the day changes"), max_length=200, required=False)

    def rows(self) -> list[list[forms.BoundField]]:
        lines = (("day", "start", "end"), ("because",), ("place",), ("host", "recorder"))
        return [[self[name] for name in line if name in self.fields] for line in lines if line[0] in self.fields]

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not EARLIEST <= day.year <= self.on.year + YEARS_AHEAD:
            raise forms.ValidationError(_("This year cannot be meant. Correct it."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] <= data["start"]:
            self.add_error("end", _("The end lies before the start. Correct one of the two."))
        return data

    def plan(self, *, topic: str = "") -> Plan:
        data = self.cleaned_data
        return Plan(
            unit=self.unit, title=title_for(self.kind, self.unit, data["day"]), parts=[PlannedPart(self.kind.code, topic)],
            starts_at=moment(data["day"], data["start"]), ends_at=moment(data["day"], data["end"]) if data["end"] else None,
            place=data["place"], host=data["host"], recorder=data["recorder"],
        )  # fmt: skip


def moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=get_current_timezone())


class CountForm(forms.Form):
    """应到、实到: how many, without a name."""

    due_count = forms.IntegerField(label=gettext_lazy("Number expected"), min_value=0, max_value=MOST, required=False)
    there_count = forms.IntegerField(label=gettext_lazy("Number there"), min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        due, there = data.get("due_count"), data.get("there_count")
        if due is not None and there is not None and there > due:
            self.add_error("there_count", _("More were there than were expected. Correct one of the two."))
        return data


class CancelForm(forms.Form):
    because = forms.CharField(label=gettext_lazy("Why"), max_length=200)
