"""What the keeper types: words in a week and a column, and who is in charge."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.models import Person
from navmark.foundation.termplan.actions import LineSaid
from navmark.foundation.termplan.models import PlanColumn, PlanLine
from navmark.foundation.termplan.weeks import TermWeek

NO_COLUMN = "-"  # as the form says it: the other work


class PlanLineForm(forms.Form):
    words = forms.CharField(label=_("What"), max_length=120)
    week = forms.ChoiceField(label=_("Week"))
    column = forms.ChoiceField(label=_("Plan column"))

    def __init__(
        self, *args: Any, weeks: list[TermWeek], columns: list[PlanColumn], on: date, owner: Person | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = Names(people_in((STAFF,), None, on=on), on=on, also=[owner])
        self.fields["owner"] = PersonByName(
            names, label=_("In charge"), required=False, help_text=_("Stands behind the words. Nobody is reminded of it.")
        )
        self._columns = {one.code: one for one in columns}
        self.fields["week"].choices = [(week.key, f"{week.name} {week.days}") for week in weeks]
        self.fields["column"].choices = [*((one.code, one.name) for one in columns), (NO_COLUMN, _("Other work"))]

    def said(self) -> LineSaid:
        told = self.cleaned_data
        return LineSaid(told["week"], told["words"], self._columns.get(told["column"]), told["owner"])


def initial_of(line: PlanLine) -> dict[str, Any]:
    return {
        "words": line.words, "week": line.week, "column": line.column.code if line.column else NO_COLUMN, "owner": line.owner,
    }  # fmt: skip
