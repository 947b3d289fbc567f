"""What an administrator says of the programme."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme import shipping
from navmark.foundation.programme.choosing import WhoField, offer_who
from navmark.foundation.programme.described import Pillar, Programme
from navmark.foundation.programme.refusals import TooMuch
from navmark.foundation.programme.returning import chosen, read_back
from navmark.foundation.programme.words import EVERY, TYPES, UNITS
from navmark.foundation.ui.refusals import Refusal

MOST_BYTES = 5 * 2**20


class ReturnForm(forms.Form):
    """Once valid, `programme` is what was read; `follows` which of those that come with the product was chosen."""

    file = forms.FileField(
        required=False,
        label=_("The files (zip) or the workbook (xlsx)"),
        help_text=_("As they were taken out here and changed since. Nothing is changed before you have seen every difference."),
        widget=forms.FileInput(attrs={"accept": ".zip,.xlsx"}),
    )
    shipped = forms.ChoiceField(
        label=_("One that comes with the product"),
        required=False,
        help_text=_("What your school has recorded so far stays and is read; what the other one does not know is switched off."),
    )
    programme: Programme

    def __init__(self, *args: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["shipped"].choices = [("", "—"), *shipping.choices()]

    @property
    def follows(self) -> str:
        return "" if self.cleaned_data["file"] else self.cleaned_data["shipped"]

    @property
    def named(self) -> str:
        """The file, or the title of what was chosen."""
        return self.cleaned_data["file"].name if self.cleaned_data["file"] else self.programme.head.title

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload, source = cleaned.get("file"), cleaned.get("shipped", "")
        if upload or source:
            try:
                self.programme = self._read(upload) if upload else chosen(str(source), on=self.on)
            except Refusal as refusal:
                for line in str(refusal).splitlines():
                    self.add_error("file" if upload else "shipped", line)
        elif not self.errors:
            self.add_error("file", _("Choose a file, or one that comes with the product."))
        return cleaned

    def _read(self, upload: Any) -> Programme:
        if upload.size > MOST_BYTES:
            raise TooMuch
        return read_back(upload.read(), upload.name, on=self.on)


class OfferForm(forms.Form):
    """Which items of a newer edition the school takes, by their keys."""

    take = forms.MultipleChoiceField(required=False, error_messages={"invalid_choice": _("This was answered meanwhile.")})
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, keys: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["take"]).choices = [(key, key) for key in keys]


class SwitchForm(forms.Form):
    """Off from a day, or on again from a day; and why."""

    day = forms.DateField(label=_("From the day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    why = forms.CharField(label=_("Why"), max_length=300)


class NewPageForm(forms.Form):
    """A new activity with its cadence, or a new register with three steps; the rest is asked on its page."""

    title = forms.CharField(label=_("Called"), max_length=60)
    pillar = forms.ChoiceField(label=_("Pillar"))
    noun = forms.ChoiceField(
        label=_("Form"),
        choices=[
            ("activity", _("an activity: when it is held, who was there")),
            ("register", _("a list: what is open, step by step")),
        ],
        widget=forms.RadioSelect,
    )
    unit = forms.ChoiceField(label=_("Kind of unit"), choices=UNITS.choices)
    keepers = WhoField(label=_("Who keeps it"))
    readers = WhoField(label=_("Who else reads it"), required=False)
    every = forms.ChoiceField(
        label=_("How often"), required=False, help_text=_("Of an activity. A list is kept whenever there is something.")
    )
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, pillars: Mapping[str, Pillar], usual: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["pillar"]).choices = [(code, one.name) for code, one in pillars.items()]
        cast("forms.ChoiceField", self.fields["every"]).choices = [("", _("whenever it is planned")), *EVERY.choices()]
        offer_who(self, usual)


class SettingsForm(forms.Form):
    """What a kind is called, who does what, and how often. Asked is what `told` has, as `drafting.settings_of` says it."""

    title = forms.CharField(label=_("Called"), max_length=60)
    planners = WhoField(label=_("Who arranges it"))
    makers = WhoField(label=_("Who adds to it"))
    takers = WhoField(label=_("Who may take it on"))
    keepers = WhoField(label=_("Who keeps it"))
    readers = WhoField(label=_("Who else reads it"), required=False)
    every = forms.ChoiceField(label=_("How often"), required=False)
    times = forms.IntegerField(label=_("Times each period"), min_value=1, max_value=20)
    grace_days = forms.IntegerField(label=_("Days later that are still in time"), min_value=0, max_value=31)
    may_excuse = forms.CharField(
        label=_("Reasons for which it is often not needed"), required=False, max_length=100, help_text=_("Rain, examinations …")
    )
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, told: Mapping[str, Any], usual: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, initial={**told}, **kwargs)
        for name in [name for name in self.fields if name not in told and name != "why"]:
            del self.fields[name]
        if "every" in self.fields:
            cast("forms.ChoiceField", self.fields["every"]).choices = [("", _("whenever it is planned")), *EVERY.choices()]
        offer_who(self, usual)


PLAIN = (
    "line",
    "paragraph",
    "number",
    "date",
    "time",
    "money",
    "yes_no",
    "choice",
    "choices",
    "person",
    "people",
    "class",
    "file",
)


class QuestionForm(forms.Form):
    """One field of a paper. Its kind is said once: whoever needs another adds another field."""

    label = forms.CharField(label=_("What is asked?"), max_length=60)
    type = forms.ChoiceField(label=_("Kind of answer"))
    choices = forms.CharField(
        label=_("The choices, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only where one chooses."),
    )  # fmt: skip
    help = forms.CharField(label=_("What to write there"), max_length=300, required=False)
    needed = forms.BooleanField(label=_("Needed before it is finished"), required=False)
    place = forms.IntegerField(label=_("At which place on the paper"), min_value=1, max_value=200)
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, fixed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = (fixed,) if fixed else PLAIN
        cast("forms.ChoiceField", self.fields["type"]).choices = [(code, TYPES.say(code)) for code in kinds]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("type") in ("choice", "choices") and not cleaned.get("choices", "").strip():
            self.add_error("choices", _("Write at least one."))
        return cleaned


class HeadingForm(forms.Form):
    """Under which pillar a page stands."""

    pillar = forms.ChoiceField(label=_("Pillar"))
    why = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, pillars: Mapping[str, Pillar], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["pillar"]).choices = [(code, one.name) for code, one in pillars.items()]


class WhyForm(forms.Form):
    why = forms.CharField(label=_("Why"), max_length=300)
