"""What an administrator says of what a rule frowns upon: what it is, and by whose decision it is done."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rules_on


class PolicyForm(forms.Form):
    """By whose decision the school does what a rule frowns upon."""

    by = forms.CharField(label=_("Who decided it"), max_length=60)
    day = forms.DateField(label=_("Decided on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    basis = forms.CharField(label=_("On what basis"), max_length=300, help_text=_("The minutes, the document, its number."))


class FrownedForm(forms.Form):
    """A policy of a page: the rule that it meets, and what on the page it shuts. `kinds`: titles of that, by noun and code."""

    title = forms.CharField(label=_("What is decided"), max_length=60)
    rule = forms.ChoiceField(label=_("Which rule frowns upon it"))
    behind = forms.MultipleChoiceField(
        label=_("What is done only by the decision"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("It is off until a decision is recorded."),
    )  # fmt: skip
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, kinds: Mapping[str, str], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["rule"]).choices = _by_source(on)
        cast("forms.ChoiceField", self.fields["behind"]).choices = list(kinds.items())


def _by_source(on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rules in force: first those that speak against something, then the others, each under what it stands in and by that
    name, for one may be read without the other."""
    found = sorted(rules_on(on), key=lambda one: (one.short, one.id))
    grouped = groupby((one for one in found if not one.frowns), key=lambda one: one.short)
    frowning = (str(_("They speak against something")), [one for one in found if one.frowns])
    return [
        ("", [("", "—")]),
        *((title, [(one.id, f"{one.citation()} {one.title()}") for one in some]) for title, some in (frowning, *grouped)),
    ]
