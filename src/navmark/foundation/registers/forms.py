"""What people type beside a paper: a word to whoever goes on."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.tables.forms import UploadForm

LONGEST_NOTE = 500


class EntriesUpload(UploadForm):
    """A table of entries, and for which unit where there are several."""

    unit = forms.ChoiceField(label=_("For which unit is it added?"))
    state = forms.ChoiceField(
        label=_("Where do they stand?"), required=False, help_text=_("Of the rows in which the table does not say it.")
    )
    field_order = ("unit", "file", "pasted", "worksheet", "state")

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], states: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, columns=(), **kwargs)
        self.fields["state"].choices = list(states)
        if len(states) < 2:
            del self.fields["state"]
        self.fields["unit"].choices = list(units)
        if len(units) == 1:
            self.fields["unit"].initial, self.fields["unit"].widget = units[0][0], forms.HiddenInput()

    def again(self) -> dict[str, str]:
        """The same table as a paste, for the button that takes it."""
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self.table.rows)
        return {"pasted": text, "unit": self.cleaned_data["unit"], "state": self.cleaned_data.get("state", "")}


class PublishForm(forms.Form):
    """Asks only where the words hold a name that a pupil bears, or a picture might show one."""

    def __init__(self, *args: Any, named: Sequence[str], pictured: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if named:
            words = _("These words are no pupils of ours: %(names)s") % {"names": "、".join(named)}
            self.fields["sure"] = forms.BooleanField(label=words, help_text=_("A page that is public names no child."))
        if pictured:
            self.fields["no_faces"] = forms.BooleanField(label=_("No pupil can be recognised in the pictures."))


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


class RemoveForm(forms.Form):
    """Why an entry should not stand."""

    why = forms.CharField(label=_("Why"), max_length=200, widget=forms.TextInput(attrs={"placeholder": _("typed in twice")}))
