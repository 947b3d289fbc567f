"""A superior's form taken in; then each of its blanks: what it asks, and what is typed there."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.ui.marks import mark
from navmark.pillars.demonstration.superior_forms.actions import EMPTY, TYPED
from navmark.pillars.demonstration.superior_forms.areas import RowArea
from navmark.pillars.demonstration.superior_forms.blanks import Blank, FormAsked
from navmark.pillars.demonstration.superior_forms.known import KnownThing
from navmark.pillars.demonstration.superior_forms.lists import KnownRows
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm

LONGEST = 2000


class TakenInForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label=gettext_lazy("The superior's form"), widget=forms.FileInput(attrs={"accept": ".xlsx,.docx"}),
        help_text=gettext_lazy("An .xlsx or .docx with empty cells beside its labels; save an .xls or .doc as one first."),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )  # fmt: skip
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=120, required=False, help_text=gettext_lazy("Empty: the name of the file.")
    )


class BlanksForm(forms.Form):
    """For the blank number n: `source-n` and `typed-n`; for the list number n `area-n`, and `area-n-column` for each of its
    columns once it is chosen."""

    def __init__(
        self, *args: Any, kept: SuperiorForm, asked: FormAsked, known: Mapping[str, KnownThing],
        lists: Mapping[str, KnownRows], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kept, self.asked, self.known, self.lists = kept, asked, known, lists
        choices = [(TYPED, _("typed each time")), (EMPTY, _("left empty"))]
        choices += [(one.code, f"{one.label}{mark(':')}{one.value}") for one in known.values()]
        for number, one in enumerate(asked.blanks):
            self._ask(number, one, choices)
        for number, area in enumerate(asked.areas):
            self._ask_list(number, area)
        self._begin_where_nothing_is()

    def _ask(self, number: int, one: Blank, choices: list[tuple[str, str]]) -> None:
        code = self.kept.sources.get(one.place, TYPED)
        initial = code if code in self.known or code == EMPTY else TYPED
        self.fields[f"source-{number}"] = forms.ChoiceField(label=one.label, choices=choices, initial=initial)
        self.fields[f"typed-{number}"] = forms.CharField(
            label=_("What stands in: %(label)s") % {"label": one.label}, required=False, max_length=LONGEST,
            initial=self.kept.typed.get(one.place, ""),
        )  # fmt: skip

    def _ask_list(self, number: int, area: RowArea) -> None:
        choices = [("", _("left empty")), *((one.code, one.label) for one in self.lists.values())]
        code = self.kept.sources.get(area.place, "")
        self.fields[f"area-{number}"] = forms.ChoiceField(label=_("Which list"), choices=choices, initial=code, required=False)
        if code in self.lists:
            columns = [("", _("left empty")), *self.lists[code].columns.items()]
            for column, heading in area.columns:
                self.fields[f"area-{number}-{column}"] = forms.ChoiceField(
                    label=heading, choices=columns, required=False, initial=self.kept.sources.get(area.place_of(column), "")
                )

    def _begin_where_nothing_is(self) -> None:
        """The cursor stands in the first blank that asks to be typed and is not."""
        for number, one in enumerate(self.asked.blanks):
            if self.fields[f"source-{number}"].initial == TYPED and not self.kept.typed.get(one.place):
                self.fields[f"typed-{number}"].widget.attrs["autofocus"] = True
                return

    def rows(self) -> Iterator[tuple[Blank, Any, Any]]:
        """(the blank, what it asks, what is typed there)."""
        for number, one in enumerate(self.asked.blanks):
            yield one, self[f"source-{number}"], self[f"typed-{number}"]

    def areas(self) -> Iterator[tuple[str, Any, list[Any]]]:
        """(its headings, which list, what each column asks of it)."""
        for number, area in enumerate(self.asked.areas):
            headings = "、".join(heading for _column, heading in area.columns)
            yield headings, self[f"area-{number}"], [self[name] for name in self.fields if name.startswith(f"area-{number}-")]

    @property
    def sources(self) -> dict[str, str]:
        found = {one.place: self.cleaned_data[f"source-{number}"] for number, one in enumerate(self.asked.blanks)}
        for number, area in enumerate(self.asked.areas):
            if code := self.cleaned_data[f"area-{number}"]:
                found |= {area.place: code, **self._columns(number, area, self.lists[code])}
        return found

    def _columns(self, number: int, area: RowArea, chosen: KnownRows) -> dict[str, str]:
        """As they were chosen for this list; of another list, as their headings suggest."""
        is_same = self.kept.sources.get(area.place) == chosen.code
        return {
            area.place_of(column): self.cleaned_data[f"area-{number}-{column}"] if is_same else chosen.column_for(heading)
            for column, heading in area.columns
        }

    @property
    def typed(self) -> dict[str, str]:
        """What was typed where it is to be typed."""
        said = {one.place: self.cleaned_data[f"typed-{number}"].strip() for number, one in enumerate(self.asked.blanks)}
        return {place: words for place, words in said.items() if words and self.sources[place] == TYPED}
