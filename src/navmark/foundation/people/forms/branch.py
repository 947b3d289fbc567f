"""The branch: its term, its offices, its groups."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import WithUnits, day_field
from navmark.foundation.people.forms.named import Names, PersonAmong


class CommitteeTermForm(forms.Form):
    number = forms.IntegerField(label=gettext_lazy("Number of the term"), min_value=1, max_value=99, required=False)
    elected_on = day_field(gettext_lazy("Elected on"))
    due_on = day_field(gettext_lazy("Next election due"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        elected, due = cleaned.get("elected_on"), cleaned.get("due_on")
        if elected and elected > timezone.localdate():
            self.add_error("elected_on", _("This day lies ahead. Enter the election when it has been held."))
        if elected and due and due <= elected:
            self.add_error("due_on", _("The next election lies after the last one."))
        return cleaned


class OfficeForm(forms.Form):
    """Who holds an office of a unit: one of the people who may."""

    from_day = day_field(gettext_lazy("From"), today=True)

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonAmong(names, label=_("Name"))
        self.order_fields(["person"])


class NewUnitForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)


class NewGroupForm(WithUnits):
    number = forms.IntegerField(label=gettext_lazy("Number"), min_value=1, max_value=50)
