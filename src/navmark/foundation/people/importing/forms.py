"""The first step of an import: what the table is about, and the table."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.importing.intake import KINDS
from navmark.foundation.people.models import TableKind
from navmark.foundation.tables.forms import UploadForm


def school_years() -> list[tuple[int, str]]:
    """The running school year and its neighbours: a table of next year's classes often comes in August."""
    now = school_year_of(timezone.localdate())
    return [(year, f"{year}—{year + 1}") for year in (now, now + 1, now - 1)]


class BeginForm(UploadForm):
    kind = forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=TableKind.choices, widget=forms.RadioSelect)
    school_year = forms.TypedChoiceField(
        label=gettext_lazy("School year of the table"),
        choices=school_years,
        coerce=int,
        help_text=gettext_lazy("It decides which class “一年级(1)班” is. In July and August, look twice."),
    )
    field_order = ("kind", "file", "pasted", "school_year")

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        kind = (data or {}).get("kind")
        super().__init__(data, files, columns=KINDS[TableKind(kind)].columns() if kind in TableKind.values else (), **kwargs)


class SureForm(forms.Form):
    """One tick, without which the table goes no further."""

    sure = forms.BooleanField(error_messages={"required": gettext_lazy("Tick this first, or choose the table again.")})

    def __init__(self, data: Any = None, *, label: str) -> None:
        super().__init__(data)
        self.fields["sure"].label = label
