"""What people type about duties."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.on_behalf import decider_field
from navmark.foundation.people.viewer import Viewer


class ExcuseForm(forms.Form):
    """Who types for others says whose decision it was."""

    reason = forms.CharField(label=_("Why it is not needed this time"), max_length=200)

    def __init__(self, *args: Any, viewer: Viewer, is_task: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_task:
            self.fields["reason"].label = _("Why it is called off")
        if (decider := decider_field(viewer)) is not None:
            self.fields["on_behalf_of"] = decider


class PartyYearForm(forms.Form):
    """The superior's notice about the yearly items."""

    year = forms.IntegerField(label=_("Year the items belong to"), min_value=2000, max_value=2100)
    closes_on = forms.DateField(label=_("To be done by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    basis = forms.CharField(label=_("Notice: title or number"), max_length=200)
