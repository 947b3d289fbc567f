"""What an administrator says of how a rota goes round."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.papers.types.people import OF_FAMILIES
from navmark.foundation.people.models import UnitKind
from navmark.foundation.programme.choosing import OFFICES
from navmark.foundation.programme.turning import OF_UNITS, PERSON
from navmark.foundation.programme.words import DECLARED, ORDERS, TURNS, WHOSE
from navmark.foundation.rotas.models.rota import CLASSES, LIST
from navmark.foundation.rotas.models.rota import OF_UNITS as UNIT

LAST_WEEK, WEEKS = 30, "school_week"
NUMBERS = re.compile(r"[\s、,，;；]+")


class FromDayForm(forms.Form):
    """From which day on it is so, and why."""

    as_of = forms.DateField(
        label=_("From the day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("What is given for the days before stays as it is."),
    )  # fmt: skip
    why = forms.CharField(label=_("Why"), max_length=200)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_as_of(self) -> date:
        day: date = self.cleaned_data["as_of"]
        if not self.on <= day <= date(self.on.year + 1, 12, 31):
            raise forms.ValidationError(_("Write today or a day that comes, of this year or the next."))
        return day


class TurnsForm(FromDayForm):
    """Asked is what `told` has, as `turning.asked_of` says it."""

    among = forms.ChoiceField(label=_("Among whom"))
    of = forms.ChoiceField(label=_("Which field of its paper it fills"), required=False)
    order = forms.ChoiceField(label=_("In which order"), choices=ORDERS.choices)
    every = forms.ChoiceField(label=_("For which periods"), required=False)
    weeks = forms.CharField(
        label=_("Only in these school weeks of the term"), required=False, max_length=100,
        help_text=_("Numbers, such as 4、8、12; empty: in every one."),
    )  # fmt: skip
    places = forms.IntegerField(label=_("How many at once"), min_value=1, max_value=20)
    ahead = forms.IntegerField(label=_("How many periods ahead"), min_value=1, max_value=60)
    confirm = forms.BooleanField(label=_("The keeper confirms before a turn counts"), required=False)
    checklist = forms.CharField(
        label=_("What is ticked when a turn is done, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    hand_over = forms.BooleanField(label=_("Each turn ends with a word for the next"), required=False)
    during = forms.ChoiceField(label=_("Only while a campaign runs of"), required=False)
    activity = forms.ChoiceField(label=_("Its turns go with"), required=False)
    field_order = ("among", "of", "order", "every")

    def __init__(
        self,
        *args: Any,
        is_line: bool,
        often: str,
        asked: Mapping[str, Mapping[str, Any]],
        running: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        """`often`: for which periods there is a turn unless said; `asked`: the fields that a turn may fill; `running`: registers
        of campaigns."""
        super().__init__(*args, **kwargs)
        nobody = [("", _("nobody: it does not go round"))] if is_line else []
        follows = [("", _("as often as the activity is due"))] if often else []
        fields = [(key, one["label"]) for key, one in asked.items()]
        none = ("", pgettext_lazy("of a rota", "none"))
        own = {
            "among": [*nobody, *_among(self.initial.get("among", ""))], "of": [none, *fields],
            "every": [*follows, *TURNS.choices()], "during": [("", pgettext_lazy("of a rota", "always")), *running.items()],
            "activity": [none, *DECLARED.choices()],
        }  # fmt: skip
        for name, choices in own.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices
        for name in ("checklist", "hand_over", "during", "activity") if is_line else ("of",):
            del self.fields[name]
        self.fields["among"].required, self.fields["every"].required = not is_line, not often
        self.often, self.asked = often, asked
        self.order_fields([name for name in self.fields if name not in ("as_of", "why")] + ["as_of", "why"])

    def clean_weeks(self) -> list[int]:
        found = [one for one in NUMBERS.split(self.cleaned_data["weeks"]) if one]
        if not all(one.isdecimal() and 1 <= int(one) <= LAST_WEEK for one in found):
            raise forms.ValidationError(_("Write numbers of weeks, such as 4、8、12."))
        return [int(one) for one in found]

    def clean_checklist(self) -> list[str]:
        return lines_of(self.cleaned_data["checklist"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("weeks") and (cleaned.get("every") or self.often) != WEEKS:
            self.add_error("weeks", _("Weeks are counted where there is a turn every school week."))
        filled = cleaned.get("of")
        if filled and cleaned.get("among") and not _fits(cleaned["among"], self.asked[filled]["type"]):
            self.add_error(
                "of", _("Classes and units fill a field that names a class or a unit, people one that names a person.")
            )
        return cleaned


class RotaPostForm(FromDayForm):
    """Where somebody stands."""

    words = forms.CharField(label=_("Called"), max_length=60)
    words_en = forms.CharField(label=_("In English"), max_length=60, required=False)
    place = forms.IntegerField(label=_("At which place"), min_value=1, max_value=40)
    field_order = ("words", "words_en", "hours", "checklist", "place")


class RotaShiftForm(RotaPostForm):
    hours = forms.CharField(
        label=_("Hours of the day"), max_length=60, required=False, help_text=_("As people write them, such as 7:20—8:00.")
    )
    checklist = forms.CharField(
        label=_("What is ticked when a turn is done, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_checklist(self) -> list[str]:
        return lines_of(self.cleaned_data["checklist"])


def lines_of(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _among(stands: str) -> list[tuple[Any, Any]]:
    units = [f"{UNIT}{kind}" for kind in UnitKind.values if kind not in ("school", "class")]
    circles = [code for code in OFFICES if code not in OF_FAMILIES]
    known = (CLASSES, LIST, *units, *circles)
    also = [stands] if stands and stands not in known else []
    return [
        *_said([CLASSES, LIST, *also]), (_("Units take turns"), _said(units)), (_("People take turns"), _said(circles)),
    ]  # fmt: skip


def _said(codes: list[str]) -> list[tuple[str, str]]:
    return [(code, WHOSE.say(code)) for code in codes]


def _fits(among: str, field_type: str) -> bool:
    """Whether a turn of theirs may fill a field of this type."""
    return field_type in (OF_UNITS if among == CLASSES or among.startswith(UNIT) else (PERSON,))
