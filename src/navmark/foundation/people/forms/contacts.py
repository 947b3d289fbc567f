"""Somebody who works in a community and comes to the school."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.details import DetailsForm
from navmark.foundation.people.forms.fields import UnitChoice
from navmark.foundation.people.models import Unit, UnitKind


class ContactForm(DetailsForm):
    """Who she is and of which community: one that the school knows, or a new one by its name."""

    community = UnitChoice(
        label=gettext_lazy("Community she works in"), kinds=(UnitKind.COMMUNITY,), required=False,
        empty_label=gettext_lazy("not in this list: named below"),
    )  # fmt: skip
    new_community = forms.CharField(
        label=gettext_lazy("Name of the community, if it is not in the list"),
        max_length=Unit._meta.get_field("name").max_length,
        required=False,
    )

    class Meta(DetailsForm.Meta):
        fields = ("name", "sex", "phone", "job")
        widgets = DetailsForm.Meta.widgets | {"phone": forms.TextInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].help_text = gettext_lazy("Sealed: it opens only after a purpose is named.")
        known = self.fields["community"]
        known.open_on_today()  # type: ignore[attr-defined]
        if not known.queryset.exists():  # type: ignore[attr-defined]
            del self.fields["community"]
            self.fields["new_community"].label, self.fields["new_community"].required = known.label, True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen, named = cleaned.pop("community", None), cleaned.pop("new_community", "")
        if bool(chosen) == bool(named) and "new_community" not in self.errors:
            words = _("Choose one, or name another: not both.") if chosen else _("Say in which community she works.")
            self.add_error("new_community", words)
        return cleaned | {"community": chosen or Unit.objects.filter(kind=UnitKind.COMMUNITY, name=named).first() or named}
