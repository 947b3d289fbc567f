"""Who answers for a child."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.identity import phone_key
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import look_alikes


class GuardianForm(forms.Form):
    """Who answers for the child. Where somebody here has the name or the phone, it asks whether it is the same person."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=60)
    relation = forms.CharField(
        label=gettext_lazy("Relation to the child"), max_length=20, help_text=gettext_lazy("As in 父亲, 母亲, 祖母")
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Sealed: it opens only after a purpose is named."),
    )
    known = forms.ChoiceField(label=gettext_lazy("Of this name or phone"), widget=forms.RadioSelect, required=False)

    NEW = "new"

    def __init__(self, answers: Any = None) -> None:
        super().__init__(answers)
        typed = answers or {}
        alike = look_alikes(typed.get("name", ""), typed.get("phone", "")) if typed.get("name") else []
        self.alike = {str(person.pk): person for person in alike}
        if not alike:
            del self.fields["known"]
            return
        offered = [(key, self._words(person, typed.get("phone", ""))) for key, person in self.alike.items()]
        self.fields["known"].choices = [*offered, (self.NEW, _("Somebody else of this name"))]  # type: ignore[attr-defined]

    def _words(self, person: Person, phone: str) -> str:
        """Enough to tell two people of one name apart, and nothing that is sealed."""
        kinds = [row.get_kind_display() for row in person.engagements.all() if row.to_day is None]
        same = [_("the same phone")] if phone and person.phone_index == phone_key(phone) else []
        return " · ".join(filter(None, (person.name, person.job, *kinds, *same)))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        answer = cleaned.pop("known", "")
        if self.alike and not answer and not self.has_error("known"):
            self.add_error("known", _("Somebody is on record already. Say whether it is the same person."))
        return cleaned | {"known": self.alike.get(answer)}
