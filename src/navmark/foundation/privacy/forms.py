"""Naming a purpose; narrowing the log."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.audit.retention import LEAST_MONTHS
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.privacy.models import OF_ADULTS, OF_FAMILIES, Purpose

MOST_MONTHS = 120  # longer than any of its purposes lasts


class PurposeForm(forms.Form):
    """None is chosen beforehand: a preselected purpose would be ours, not the viewer's."""

    purpose = forms.ChoiceField(label=gettext_lazy("What do you open it for?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Needed with “other”. Name the matter, not the child's circumstances."),
    )

    def __init__(self, *args: Any, of_family: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [(one.value, one.label) for one in (OF_FAMILIES if of_family else OF_ADULTS)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("purpose") == Purpose.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Say in a few words what for."))
        return cleaned


class LogTermForm(forms.Form):
    months = forms.IntegerField(label=gettext_lazy("Months kept"), min_value=LEAST_MONTHS, max_value=MOST_MONTHS)
    basis = forms.CharField(label=gettext_lazy("Who decided it, and when"), max_length=200)


class LogFilter(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name (who looked, or whose file)"), max_length=60, required=False)
    day = day_field(gettext_lazy("Day"), required=False)
