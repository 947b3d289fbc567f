"""What people type about duties."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ExcuseForm(forms.Form):
    reason = forms.CharField(label=_("Why it is not needed this time"), max_length=200)


class PartyYearForm(forms.Form):
    """The superior's notice about the yearly items."""

    year = forms.IntegerField(label=_("Year the items belong to"), min_value=2000, max_value=2100)
    closes_on = forms.DateField(label=_("To be done by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    basis = forms.CharField(label=_("Notice: title or number"), max_length=200)
