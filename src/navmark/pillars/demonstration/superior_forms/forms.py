"""A superior's form taken in; then each of its blanks: what it asks, and what is typed there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.printing.blanks.asking import Blank, FormAsked
from navmark.foundation.tables.headings import key_of
from navmark.foundation.ui.marks import mark
from navmark.pillars.demonstration.superior_forms.known import KnownThing
from navmark.pillars.demonstration.superior_forms.lists import KnownRows
from navmark.pillars.demonstration.superior_forms.models import EMPTY, TYPED, SuperiorForm

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
        self, *args: Any, kept: SuperiorForm, asked: FormAsked, known: Iterable[KnownThing],
        lists: Mapping[str, KnownRows], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kept, self.asked, self.lists = kept, asked, lists
        self.places: dict[str, str] = {}  # name of a choice -> what it is chosen for
        things = [(TYPED, _("typed each time")), (EMPTY, _("left empty"))]
        things += [(one.code, f"{one.label}{mark(':')}{one.value}") for one in known]
        for number, blank in enumerate(asked.blanks):
            self._choice(f"source-{number}", blank.label, things, at=blank.place)
            self.fields[f"typed-{number}"] = forms.CharField(
                label=_("What stands in: %(label)s") % {"label": blank.label}, required=False, max_length=LONGEST,
                initial=kept.typed.get(blank.place, ""), widget=forms.Textarea(attrs={"rows": 1}),
            )  # fmt: skip
        named = [(one.code, one.label) for one in lists.values()]
        for number, area in enumerate(asked.areas):
            self._choice(f"area-{number}", _("Which list"), [("", _("left empty")), *named], at=area.place)
            if chosen := lists.get(kept.sources.get(area.place, "")):
                columns = [("", _("left empty")), *((one.key, one.label) for one in chosen.columns)]
                for column, heading in area.columns:
                    self._choice(f"area-{number}-{column}", heading, columns, at=area.place_of(column))

    def _choice(self, name: str, label: str, choices: list[tuple[str, str]], *, at: str) -> None:
        """What was chosen for this place, else the first."""
        self.places[name] = at
        code = self.kept.sources.get(at, "")
        initial = code if code in dict(choices) else choices[0][0]
        self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial=initial, required=bool(choices[0][0]))

    def rows(self) -> Iterator[tuple[Blank, Any, Any]]:
        """(the blank, what it asks, what is typed there)."""
        for number, blank in enumerate(self.asked.blanks):
            yield blank, self[f"source-{number}"], self[f"typed-{number}"]

    def areas(self) -> Iterator[tuple[str, Any, list[Any]]]:
        """(its headings, which list, what each column asks of it)."""
        for number, area in enumerate(self.asked.areas):
            headings = "、".join(heading for _column, heading in area.columns)
            yield headings, self[f"area-{number}"], [self[name] for name in self.fields if name.startswith(f"area-{number}-")]

    @property
    def sources(self) -> dict[str, str]:
        """The columns of another list than before as their headings suggest."""
        found = {place: code for name, place in self.places.items() if (code := self.cleaned_data[name])}
        for area in self.asked.areas:
            if (code := found.get(area.place)) and code != self.kept.sources.get(area.place):
                columns = self.lists[code].columns
                found |= {area.place_of(column): key_of(heading, columns) for column, heading in area.columns}
        return found

    @property
    def typed(self) -> dict[str, str]:
        """What was typed where it is to be typed."""
        found = {}
        for number, blank in enumerate(self.asked.blanks):
            words = self.cleaned_data[f"typed-{number}"].strip()
            if words and self.cleaned_data[f"source-{number}"] == TYPED:
                found[blank.place] = words
        return found
