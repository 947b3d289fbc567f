"""The units of the school: what they are called, who heads them, who belongs there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import CHOOSE, day_field
from navmark.foundation.people.houses import OF_WORK
from navmark.foundation.people.models import Person


class UnitForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[("", CHOOSE), *((kind.value, kind.label) for kind in OF_WORK)])
    name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)


class PeopleForm(forms.Form):
    """Colleagues who belong to a unit from a day."""

    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=gettext_lazy("People"), widget=forms.CheckboxSelectMultiple
    )
    from_day = day_field(gettext_lazy("From"), today=True)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]


class LastDayForm(forms.Form):
    last_day = day_field(gettext_lazy("Last day"), today=True)
