"""What a person is called and can be reached by."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import CHOOSE, NOTHING
from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.models.person import Sex
from navmark.foundation.people.models.post import HOME_OF_POST
from navmark.foundation.people.queries import branches


class DetailsForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("name", "sex", "born", "staff_number", "ethnicity", "education", "subject", "job")
        widgets = {"born": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sex"].choices = [("", CHOOSE), *Sex.choices]  # type: ignore[attr-defined]


class ColleagueForm(DetailsForm):
    """Somebody new on the staff: what is known at once, and the rest behind 更多信息.

    The offices are those that need no Party membership and no class: whoever is new has neither yet.
    """

    AT_ONCE = ("name", "sex", "phone", "post")
    post = forms.ChoiceField(label=gettext_lazy("Post"), required=False)

    class Meta(DetailsForm.Meta):
        fields = (*DetailsForm.Meta.fields, "phone")
        widgets = DetailsForm.Meta.widgets | {"phone": forms.TextInput}

    field_order = (*AT_ONCE, *DetailsForm.Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].help_text = gettext_lazy("Sealed: it opens only after a purpose is named.")
        own = list(branches(timezone.localdate()))
        self._branch = own[0] if len(own) == 1 else None
        kinds = [
            kind for kind in PostKind if kind not in (*HOME_OF_POST, PostKind.OTHER) or (kind == PostKind.CLERK and self._branch)
        ]
        self.fields["post"].choices = [("", NOTHING), *((kind, kind.label) for kind in kinds)]  # type: ignore[attr-defined]

    def home(self) -> Unit | None:
        """The unit that the chosen office belongs to."""
        return self._branch if self.cleaned_data["post"] == PostKind.CLERK else None

    def at_once(self) -> list[forms.BoundField]:
        return [self[name] for name in self.AT_ONCE]

    def more(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in self.AT_ONCE]

    def has_errors_in_more(self) -> bool:
        return any(field.errors for field in self.more())


class SealedForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("phone", "id_number", "address")
        widgets = {"phone": forms.TextInput, "id_number": forms.TextInput, "address": forms.TextInput}
