from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.terms import TermDates


def _picker() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TermForm(forms.Form):
    """One term, opened with the dates we would guess."""

    starts_on = forms.DateField(label=_("First day of term"), widget=_picker())
    ends_on = forms.DateField(label=_("Last day of term"), widget=_picker())
    provisional = forms.BooleanField(label=_("Not yet confirmed by the city"), required=False)

    @classmethod
    def for_term(cls, term: TermDates, posted: Mapping[str, Any] | None = None) -> "TermForm":
        known = {"starts_on": term.starts, "ends_on": term.ends, "provisional": term.provisional}
        return cls(posted, initial=known, prefix=f"term{term.number}")


class NoticeForm(forms.Form):
    text = forms.CharField(
        label=_("Text of the notice"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Copy the whole notice from gov.cn, with its title. Nothing else has to be typed."),
    )
