"""What people type to count an occasion."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST = 9999


class HeadCountForm(forms.Form):
    """应到、实到: how many, without a name."""

    due_count = forms.IntegerField(label=gettext_lazy("Number expected"), min_value=0, max_value=MOST, required=False)
    there_count = forms.IntegerField(label=gettext_lazy("Number there"), min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        due, there = data.get("due_count"), data.get("there_count")
        if due is not None and there is not None and there > due:
            self.add_error("there_count", _("More were there than were expected. Correct one of the two."))
        return data
