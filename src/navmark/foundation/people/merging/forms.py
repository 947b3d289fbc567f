"""Who the other is, and which value stays."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.merging.values import GONE, KEPT, DifferingValue


class OtherRowForm(forms.Form):
    """By the name under which the same person stands once more."""

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"] = PersonByName(names, label=_("The other row"))


class ValuesForm(forms.Form):
    """One choice a field in which both rows say something else; nothing is chosen beforehand."""

    def __init__(self, *args: Any, values: Sequence[DifferingValue], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in values:
            choices = [(KEPT, one.kept), (GONE, one.gone)]
            self.fields[one.key] = forms.ChoiceField(label=str(one.label), choices=choices, widget=forms.RadioSelect)
