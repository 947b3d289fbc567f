"""A superior's form taken in; then each of its blanks: what it asks, and what is typed there."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.ui.marks import mark
from navmark.pillars.demonstration.superior_forms.actions import EMPTY, TYPED
from navmark.pillars.demonstration.superior_forms.blanks import Blank
from navmark.pillars.demonstration.superior_forms.known import KnownThing
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm

LONGEST = 2000


class TakenInForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label=gettext_lazy("The superior’s form"), widget=forms.FileInput(attrs={"accept": ".xlsx,.docx"}),
        help_text=gettext_lazy("An .xlsx or .docx with empty cells beside its labels; save an .xls or .doc as one first."),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )  # fmt: skip
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=120, required=False, help_text=gettext_lazy("Empty: the name of the file.")
    )


class BlanksForm(forms.Form):
    """For the blank number n: `source-n` and `typed-n`."""

    def __init__(self, *args: Any, kept: SuperiorForm, blanks: tuple[Blank, ...], known: Mapping[str, KnownThing], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.blanks, self.known = blanks, known
        choices = [(TYPED, _("typed each time")), (EMPTY, _("left empty"))]
        choices += [(one.code, f"{one.label}{mark(':')}{one.value}") for one in known.values()]
        for number, one in enumerate(blanks):
            code = kept.sources.get(one.place, TYPED)
            initial = code if code in known or code == EMPTY else TYPED
            self.fields[f"source-{number}"] = forms.ChoiceField(label=one.label, choices=choices, initial=initial)
            self.fields[f"typed-{number}"] = forms.CharField(
                label=_("What stands in: %(label)s") % {"label": one.label}, required=False, max_length=LONGEST,
                initial=kept.typed.get(one.place, ""),
            )  # fmt: skip

    def rows(self) -> Iterator[tuple[Blank, Any, Any]]:
        """(the blank, what it asks, what is typed there)."""
        for number, one in enumerate(self.blanks):
            yield one, self[f"source-{number}"], self[f"typed-{number}"]

    @property
    def sources(self) -> dict[str, str]:
        return {one.place: self.cleaned_data[f"source-{number}"] for number, one in enumerate(self.blanks)}

    @property
    def typed(self) -> dict[str, str]:
        """What was typed where it is to be typed."""
        said = {one.place: self.cleaned_data[f"typed-{number}"].strip() for number, one in enumerate(self.blanks)}
        return {place: words for place, words in said.items() if words and self.sources[place] == TYPED}
