"""What people type beside a paper: a word to whoever goes on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.registers.steps import EntryStep

LONGEST_NOTE = 500


class StepForm(forms.Form):
    """Only what this step asks."""

    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_NOTE}),
    )

    def __init__(self, *args: Any, step: EntryStep, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step.note == "never":
            del self.fields["note"]
        else:
            self.fields["note"].required = step.note == "required"
