"""What people type about a record as a whole."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class AmendmentForm(forms.Form):
    text = forms.CharField(label=_("Amendment"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5_000)


class SeparateForm(forms.Form):
    number = forms.CharField(label=_("Number of the separate record"), max_length=40, required=False)
