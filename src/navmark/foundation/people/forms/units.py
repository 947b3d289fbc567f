"""The units of the school: what they are called, who heads them, who belongs there."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import CHOOSE, day_field
from navmark.foundation.people.forms.named import Names, PeopleByName
from navmark.foundation.people.houses import OF_WORK


class UnitForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[("", CHOOSE), *((kind.value, kind.label) for kind in OF_WORK)])
    name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)


class PeopleForm(forms.Form):
    """Colleagues who belong to a unit from a day."""

    from_day = day_field(gettext_lazy("From"), today=True)

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"] = PeopleByName(names, label=_("People"), help_text=_("Names, separated by commas."))
        self.order_fields(["people"])


class LastDayForm(forms.Form):
    last_day = day_field(gettext_lazy("Last day"), today=True)
