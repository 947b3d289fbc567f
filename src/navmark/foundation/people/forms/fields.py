"""Fields that several forms share."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy

from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on

CHOOSE = gettext_lazy("Please choose")
NOTHING = pgettext_lazy("nothing chosen", "none")


def choices_of(model: type[Model], field: str) -> list[tuple[str, Any]]:
    """The choices of a column, as a form's field takes them."""
    return [(value, label) for value, label in model._meta.get_field(field).choices or ()]


def day_field(label: Any, *, required: bool = True, today: bool = False, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    initial = timezone.localdate if today else None
    return forms.DateField(label=label, required=required, widget=widget, initial=initial, help_text=help_text)


class UnitChoice(forms.ModelChoiceField):
    """Units of some kinds as they are called today."""

    def __init__(self, *args: Any, kinds: tuple[str, ...] = (), empty_label: Any = CHOOSE, **kwargs: Any) -> None:
        super().__init__(Unit.objects.none(), *args, empty_label=empty_label, **kwargs)
        self.kinds = kinds

    def label_from_instance(self, unit: Unit) -> str:
        return name_on(unit, timezone.localdate())

    def open_on_today(self) -> None:
        rows = Unit.objects.on(timezone.localdate()).order_by("kind", "-entry_year", "number", "name")
        self.queryset = rows.filter(kind__in=self.kinds) if self.kinds else rows


class WithUnits(forms.Form):
    """Offers the units there are today; tables may be asked only once a school is active."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnitChoice):
                field.open_on_today()
