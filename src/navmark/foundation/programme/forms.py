"""What an administrator says of the programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.refusals import TooMuch
from navmark.foundation.programme.returning import read_back
from navmark.foundation.ui.refusals import Refusal

MOST_BYTES = 5 * 2**20


class ReturnForm(forms.Form):
    """Once valid, `programme` is what was read."""

    file = forms.FileField(
        label=_("The files (zip) or the workbook (xlsx)"),
        help_text=_("As they were taken out here and changed since. Nothing is changed before you have seen every difference."),
        widget=forms.FileInput(attrs={"accept": ".zip,.xlsx"}),
    )
    programme: Programme

    def __init__(self, *args: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if upload := cleaned.get("file"):
            try:
                if upload.size > MOST_BYTES:
                    raise TooMuch
                self.programme = read_back(upload.read(), upload.name, on=self.on)
            except Refusal as refusal:
                for line in str(refusal).splitlines():
                    self.add_error("file", line)
        return cleaned


class SwitchForm(forms.Form):
    """Off from a day, or on again from a day; and why."""

    day = forms.DateField(label=_("From the day"), widget=forms.DateInput(attrs={"type": "date"}))
    why = forms.CharField(label=_("Why"), max_length=300)


class WhyForm(forms.Form):
    why = forms.CharField(label=_("Why"), max_length=300)
