"""The first step of an import: what the sheet is about, and the sheet."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.importing.sheet import KINDS
from navmark.foundation.people.models import SheetKind
from navmark.foundation.tables.forms import UploadForm


def school_years() -> list[tuple[int, str]]:
    """The running school year and its neighbours: a sheet of next year's classes often comes in August."""
    now = school_year_of(timezone.localdate())
    return [(year, f"{year}—{year + 1}") for year in (now, now + 1, now - 1)]


class BeginForm(UploadForm):
    kind = forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=SheetKind.choices, widget=forms.RadioSelect)
    school_year = forms.TypedChoiceField(
        label=gettext_lazy("School year of the sheet"),
        choices=school_years,
        coerce=int,
        help_text=gettext_lazy("It decides which class “一年级(1)班” is. In July and August, look twice."),
    )
    field_order = ("kind", "file", "pasted", "school_year")

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        kind = (data or {}).get("kind")
        super().__init__(data, files, columns=KINDS[SheetKind(kind)].columns() if kind in SheetKind.values else (), **kwargs)


class SureForm(forms.Form):
    """One tick, without which the sheet goes no further."""

    sure = forms.BooleanField(error_messages={"required": gettext_lazy("Tick this first, or choose the sheet again.")})

    def __init__(self, data: Any = None, *, label: str) -> None:
        super().__init__(data)
        self.fields["sure"].label = label
