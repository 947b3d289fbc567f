"""What a person says on the way of a table: which file, what the headings mean, and who is who where it is unclear."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .headings import Column
from .mapping import EXTRA, Mapping
from .preview import Report
from .reading import MAX_MEGABYTES, read
from .refusals import TableRefused, TooBig, listed
from .table import Table


class UploadForm(forms.Form):
    """A file, or a table pasted as text. Once valid, `table` is what was read."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(".xlsx, .xls or .csv, at most 20 MB"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv,.tsv,.txt"}),
    )
    pasted = forms.CharField(
        label=gettext_lazy("Or paste the table here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("With its headings, copied from WPS or from a web page"),
    )
    worksheet = forms.CharField(
        label=gettext_lazy("Name of the worksheet in the file"),
        required=False,
        help_text=gettext_lazy("Only if one of them alone is to be read"),
    )

    table: Table

    def __init__(self, *args: Any, columns: Sequence[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload, pasted = cleaned.get("file"), cleaned.get("pasted", "")
        if self.errors:
            return cleaned
        if bool(upload) == bool(pasted.strip()):
            raise forms.ValidationError(_("Choose a file or paste a table: one of them."))
        try:
            if upload and upload.size > MAX_MEGABYTES * 2**20:
                raise TooBig(MAX_MEGABYTES)
            source = upload.read() if upload else pasted
            name = upload.name if upload else _("pasted table")
            self.table = read(source, name, columns=self.columns, worksheet=cleaned["worksheet"])
        except TableRefused as refusal:
            self.add_error("file" if upload else "pasted", str(refusal))
        return cleaned


class MappingForm(forms.Form):
    """One choice a heading: which of our columns it is, or kept as it stands. Once valid, `mapping` holds the choices.

    `samples` (mapping.samples) shows a few values below each heading.
    """

    def __init__(
        self, *args: Any, mapping: Mapping, columns: Sequence[Column], samples: dict[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mapping, self.columns = mapping, columns
        choices = [(EXTRA, _("Keep under its own heading")), *((column.key, _label(column)) for column in columns)]
        for heading, key in mapping.keys.items():
            help_text = _("In the table: %(values)s") % {"values": (samples or {}).get(heading) or "—"}
            if heading in mapping.ambiguous:
                help_text = _("Please look: its meaning is not clear.") + " " + help_text
            self.fields[self.name_of(heading)] = forms.ChoiceField(
                label=heading, choices=choices, initial=key, required=False, help_text=help_text
            )

    def name_of(self, heading: str) -> str:
        return f"column-{self.mapping.places[heading]}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = {heading: cleaned.get(self.name_of(heading), EXTRA) for heading in self.mapping.keys}
        for heading, key in chosen.items():
            if key != EXTRA and list(chosen.values()).count(key) > 1:
                self.add_error(self.name_of(heading), _("Two headings cannot both be this column; choose one of them."))
        self.mapping = self.mapping.overridden(chosen, self.columns)
        missing = [column.label for column in self.columns if column.key in self.mapping.missing]
        if missing and not self.errors:
            raise forms.ValidationError(_("Say which heading holds: %(labels)s.") % {"labels": listed(missing)})
        return cleaned


class AnswersForm(forms.Form):
    """The questions of a report. Once valid, `answers` gives the choice by row number; a row left open is not in it."""

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in report.open_lines:
            if line.question:
                label = _("Row %(row)s · %(about)s: %(text)s") % {
                    "row": line.place,
                    "about": line.about,
                    "text": line.question.text,
                }
                self.fields[f"row-{line.number}"] = forms.ChoiceField(
                    label=label,
                    choices=line.question.choices,
                    initial=line.question.likely,
                    required=False,
                    widget=forms.RadioSelect,
                )

    @property
    def answers(self) -> dict[int, str]:
        return {int(name.removeprefix("row-")): value for name, value in self.cleaned_data.items() if value}


def _label(column: Column) -> str:
    return _("%(label)s (needed)") % {"label": column.label} if column.required else column.label
