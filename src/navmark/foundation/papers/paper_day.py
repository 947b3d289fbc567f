"""Of which day the paper is, from which several rows are typed in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.ui.marks import bracketed


def empty_sheets(room: str, code: str) -> list[tuple[str, str]]:
    """(words, address) of what is filled in by hand before it is typed in, in both forms."""
    both = (("PDF", "empty"), ("DOCX", "empty_docx"))
    return [(f"{_('Empty sheet')}{bracketed(form)}", reverse(f"{room}:{name}", args=[code])) for form, name in both]


class PaperDayForm(forms.Form):
    """Of the paper from which several rows are typed."""

    paper_day = day_field(
        _("Day of the paper"),
        today=True,
        help_text=_("It stands in each row without a day; what is typed in is marked as written up later."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_paper_day(self) -> date:
        day: date = self.cleaned_data["paper_day"]
        if day > self.on:
            raise forms.ValidationError(_("This day lies ahead: say on which day the paper was filled in."))
        return day

    def has_rows(self, typed: Sequence[object]) -> bool:
        """Whether anything was typed; else that is said."""
        if not typed:
            self.add_error(None, str(_("Nothing was typed yet: fill in a row.")))
        return bool(typed)
