"""What is typed of hours that no roll tells."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.models import Person
from navmark.foundation.study.actions import Studied
from navmark.foundation.study.templatetags.study_words import hours as hours_in_words

LONGEST, MOST = 120, 200
ONLY_TOGETHER = _("Only what was held together or brought to her; no minutes and no points of an app.")


def hours_field(**more: Any) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"class": "short", "step": "0.5"})
    bounds = {"max_value": MOST, "max_digits": 4, "decimal_places": 1, "widget": widget}
    return forms.DecimalField(**{"label": _("How many hours"), "min_value": Decimal("0.5"), **bounds, **more})


class StudiedForm(forms.Form):
    """What was studied, when, how many hours, and who."""

    who = forms.MultipleChoiceField(label=_("For whom"), widget=forms.CheckboxSelectMultiple)
    what = forms.CharField(label=_("What was studied, and how"), max_length=LONGEST, help_text=ONLY_TOGETHER)
    on = day_field(_("Day"), today=True)
    hours = hours_field()

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["who"].choices = [(pk, one.name) for pk, one in self.people.items()]

    @property
    def chosen(self) -> list[Person]:
        return [self.people[pk] for pk in self.cleaned_data["who"]]

    @property
    def studied(self) -> Studied:
        said = self.cleaned_data
        return Studied(said["what"].strip(), said["on"], said["hours"])


class CourseForm(StudiedForm):
    """集中培训, which somebody else holds."""

    what = forms.CharField(label=_("Course, and who held it"), max_length=LONGEST, help_text=ONLY_TOGETHER)
    field_order = ("what", "on", "hours", "who")


class BroughtForm(forms.Form):
    """A line a member: the hours of this year that were noted on paper before."""

    what = forms.CharField(label=_("Where they stand"), max_length=LONGEST, help_text=ONLY_TOGETHER)

    def __init__(self, *args: Any, people: Iterable[Person], known: dict[Any, Decimal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {f"hours-{one.pk}": one for one in people}
        for key, one in self.people.items():
            self.fields[key] = hours_field(label=one.name, min_value=0, required=False, initial=hours_in_words(known.get(one.pk)))

    def rows(self) -> Iterator[forms.BoundField]:
        return (self[key] for key in self.people)

    @property
    def hours(self) -> dict[Person, Decimal]:
        return {one: self.cleaned_data[key] or Decimal(0) for key, one in self.people.items()}
