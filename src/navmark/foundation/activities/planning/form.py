"""What people type to plan an occasion of any kind, and to call it off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.occasions.writing import LONGEST_THEME, edition_of, theme_of
from navmark.foundation.activities.planning.repeating import LONGEST as LONGEST_TERM
from navmark.foundation.activities.planning.titles import LONGEST
from navmark.foundation.activities.planning.typed import names_of
from navmark.foundation.links.known import tags_on
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.models import Person, Unit

YEARS_BACK, YEARS_AHEAD = 10, 2  # what a paper book of before may hold; what anybody plans ahead
ROWS = (
    ("one", "other"), ("day", "start", "end", "number"), ("because",), ("place",), ("topic",), ("host", "recorder"),
)  # fmt: skip
LAST_ROWS = (("until",), ("title",), ("tags",))


@dataclass(frozen=True)
class Companion:
    """One line of "in the same gathering": the tick, and what is asked if it is ticked; shown always, so it needs no script."""

    tick: forms.boundfield.BoundWidget
    fields: list[forms.BoundField]


def _time_field(label: Any, *, required: bool = True) -> forms.TimeField:
    return forms.TimeField(label=label, required=required, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class PlanForm(forms.Form):
    """One occasion. What else is held in the same gathering is ticked, and becomes a part with its own sheet.

    `together`: what may be. `names`: who may be named. `planner`: who has to be one of the two. `planned`: kinds that have their
    part, and their number, already. `held`: somebody is marked as there, so that another day needs a reason. `on`: today.
    """

    day = day_field(gettext_lazy("Day"))
    start = _time_field(gettext_lazy("Starts at"))
    end = _time_field(gettext_lazy("Ends at"), required=False)
    place = forms.CharField(label=gettext_lazy("Place"), max_length=100, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST, required=False)
    tags = forms.CharField(
        label=gettext_lazy("Also serves"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Campaigns or initiatives, separated by commas; the activity is not typed a second time for them."
        ),
    )

    def __init__(
        self, *args: Any, kind: Kind, unit: Unit, names: Names, on: date, planner: Person | None = None,
        together: Sequence[Kind] = (), planned: Collection[str] = (), held: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kind, self.unit, self.on, self.planner, self.planned = kind, unit, on, planner, planned
        self.offered = together
        if held:
            self.fields["because"] = forms.CharField(label=_("Why the day changes"), max_length=200, required=False)
        if kind.between_two:  # the two keep it themselves: a recorder would be a third who reads it
            del self.fields["tags"]
            self.fields["one"] = PersonByName(names, label=_("One of the two"))
            self.fields["other"] = PersonByName(names, label=_("The other"))
        else:
            if offered := [one.title for one in tags_on(on) if one.code not in kind.tags]:
                self.fields["tags"].help_text = _("Of the school's own: %(names)s. Separated by commas.") % {
                    "names": "、".join(offered)
                }
            self._ask_of_part("", kind)
            self.fields["host"] = PersonByName(names, label=_("Host"), required=False)
            self.fields["recorder"] = PersonByName(names, label=_("Recorder"), required=False)
            self._ask_of_others(together)

    def ask_how_long(self) -> None:
        """Of what is usually held on one day of the week: whether it is, week by week, until when."""
        help_text = _("Each is planned by itself, without its theme; days off are passed over. Empty: this once.")
        if self.kind.usual.day_as_last == "weekday" and not self.kind.between_two:
            self.fields["until"] = day_field(_("Every week at this hour until"), required=False, help_text=help_text)

    def _ask_of_others(self, others: Sequence[Kind]) -> None:
        if others:
            self.fields["together"] = forms.MultipleChoiceField(
                label=_("In the same gathering"),
                required=False,
                choices=[(one.code, one.title) for one in others],
                widget=forms.CheckboxSelectMultiple,
            )
        for one in others:
            self._ask_of_part(one.code, one)

    def _ask_of_part(self, code: str, kind: Kind) -> None:
        """Theme and number of one part; `code` is empty for the first. What a kind from data is about is the first line of its
        paper: of the first part the paper stands on the plan, of another the line is asked here."""
        topic, number = names_of(code)
        if not kind.is_data:
            self.fields[topic] = forms.CharField(label=_("Theme"), max_length=LONGEST_THEME, required=False)
        elif code and (theme := theme_of(edition_of(kind).description)):
            longest = min(theme.longest, LONGEST_THEME)
            self.fields[topic] = forms.CharField(label=theme.name, max_length=longest, required=False)
        if kind.numbered:
            label = _("How many in the year")
            self.fields[number] = forms.IntegerField(
                label=label, min_value=1, max_value=999, required=False, show_hidden_initial=True
            )

    def companions(self) -> list[Companion]:
        """What may be ticked, line by line."""
        ticks = self["together"].subwidgets if "together" in self.fields else []
        return [Companion(tick, [self[name] for name in names_of(tick.data["value"]) if name in self.fields]) for tick in ticks]

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields line by line, as they stand on the page; between the two the companions."""
        return self._lines(ROWS)

    def last_rows(self) -> list[list[forms.BoundField]]:
        return self._lines(LAST_ROWS)

    def _lines(self, lines: Collection[tuple[str, ...]]) -> list[list[forms.BoundField]]:
        return [[self[name] for name in line if name in self.fields] for line in lines if line[0] in self.fields]

    def clean_day(self) -> date:
        """A year that nobody can mean is a slip of the fingers: what is planned there would never be found again."""
        day: date = self.cleaned_data["day"]
        first, last = self.on.year - YEARS_BACK, self.on.year + YEARS_AHEAD
        if not first <= day.year <= last:
            words = _("Check the year: it lies between %(first)s and %(last)s.")
            raise forms.ValidationError(words % {"first": first, "last": last})
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] <= data["start"]:
            self.add_error("end", _("The end lies before the start. Correct one of the two."))
        if data.get("day") and data.get("until") and not data["day"] <= data["until"] <= data["day"] + LONGEST_TERM:
            self.add_error("until", _("Write a day after the first one, within the term."))
        if data.get("one") and data.get("one") == data.get("other"):
            self.add_error("other", _("A talk needs two different people."))
        if data.get("one") and data.get("other") and self.planner and self.planner not in (data["one"], data["other"]):
            self.add_error("one", _("Arrange your own talks; those of others the two themselves or the secretary arrange."))
        return data


class CancelForm(forms.Form):
    because = forms.CharField(label=gettext_lazy("Why"), max_length=200)
