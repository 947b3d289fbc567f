"""What an administrator says of a state or a step of a register."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.circles import all_circles
from navmark.foundation.programme.choosing import WhoField, offer_who
from navmark.foundation.programme.words import NOTE
from navmark.foundation.programme.workbook.cells import Within
from navmark.foundation.registers.circles import ANSWERED
from navmark.foundation.tables.refusals import CellProblem

AROUND = tuple(one.code for one in all_circles() if one.of_thing and one.code in ANSWERED)


class CourseStepForm(forms.Form):
    """A step that stands. `states`, `days`: their words by their keys, of the states and of the paper's fields that are days."""

    button = forms.CharField(label=_("Words of the button"), max_length=60)
    of = forms.MultipleChoiceField(label=_("From which states"), widget=forms.CheckboxSelectMultiple)
    to = forms.ChoiceField(label=_("To which state"))
    who = WhoField(label=_("Who takes the step"))
    within = forms.CharField(
        label=_("Until when"), required=False, max_length=20, help_text=_("Such as “5个工作日” or “10天”; empty: no day.")
    )
    by_field = forms.ChoiceField(
        label=_("By the day in this field"),
        required=False,
        help_text=_("Once that day is written, it is the day by which it is done."),
    )
    ahead = forms.IntegerField(
        label=_("Days before that day it begins to wait"), required=False, min_value=1, max_value=366,
        help_text=_("Empty: it waits at once."),
    )  # fmt: skip
    unasked = forms.BooleanField(
        label=_("Nobody is asked for it"), required=False, help_text=_("It may be done at any time and waits on nobody's Today.")
    )
    note = forms.ChoiceField(label=_("Note"), choices=NOTE.choices)
    file = forms.BooleanField(label=_("A file is needed"), required=False)
    tells = WhoField(label=_("Who is told that it was done"), required=False)
    place = forms.IntegerField(label=_("At which place among the steps"), min_value=1, max_value=99)
    why = forms.CharField(label=_("Why"), max_length=200)

    def __init__(
        self, *args: Any, states: Mapping[str, str], days: Mapping[str, str], usual: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("of", "to"):
            cast("forms.ChoiceField", self.fields[name]).choices = list(states.items())
        cast("forms.ChoiceField", self.fields["by_field"]).choices = [("", _("by no field")), *days.items()]
        if not days:
            del self.fields["by_field"], self.fields["ahead"]
        offer_who(self, usual, AROUND)

    def clean_within(self) -> str:
        said = self.cleaned_data["within"].strip()
        try:
            return Within().read(said) if said else ""
        except CellProblem as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ahead") and "by_field" in cleaned and not cleaned["by_field"]:
            self.add_error("by_field", _("Before which day? Choose its field."))
        return cleaned


class NewStepForm(CourseStepForm):
    """A step more; it may lead to a state that is new with it."""

    of = forms.ChoiceField(label=_("After which state"))  # type: ignore[assignment]
    to = forms.ChoiceField(label=_("To which state"), required=False)
    words = forms.CharField(
        label=_("The new state"), max_length=60, required=False, help_text=_("What led on from there then leads on from here.")
    )
    place = None  # type: ignore[assignment]
    field_order = ("button", "of", "to", "words")

    def __init__(self, *args: Any, states: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, states=states, **kwargs)
        cast("forms.ChoiceField", self.fields["to"]).choices = [("", _("to a new state")), *states.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "to" in cleaned and not cleaned["to"] and not cleaned.get("words", "").strip():
            self.add_error("words", _("Name the new state."))
        return cleaned


class StateForm(forms.Form):
    words = forms.CharField(label=_("Words of the state"), max_length=60)
    closed = forms.BooleanField(label=_("Here it is done"), required=False)
    place = forms.IntegerField(label=_("At which place among the states"), min_value=1, max_value=99)
    why = forms.CharField(label=_("Why"), max_length=200)
