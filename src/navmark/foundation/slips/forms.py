"""What is typed on the pages of slips."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.models import Person

LONGEST = 500


class SlipsForm(forms.Form):
    """The pile of a class: how many there are, and whose is missing."""

    slips = forms.IntegerField(label=_("Slips in your hand, signed by a guardian"), min_value=0, max_value=9999)
    signed_on = day_field(_("Handed in on"), today=True)
    missing = forms.MultipleChoiceField(
        label=_("Whose slip is missing"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick only these; all others are recorded at once. Nobody is asked why."),
    )  # fmt: skip

    def __init__(self, *args: Any, open_ones: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["missing"].choices = [(str(one.pk), one.name) for one in open_ones]

    @property
    def without(self) -> set[UUID]:
        return {UUID(pk) for pk in self.cleaned_data["missing"]}


class OffForm(forms.Form):
    why = forms.CharField(
        label=_("Why"), max_length=LONGEST, help_text=_("A few words for whoever looks for the child on the list; sealed.")
    )
    on = day_field(_("Day"), today=True)


class CareForm(forms.Form):
    words = forms.CharField(
        label=_("What care it needs"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As the guardian wrote it on the slip: what to do, not more than whoever leads needs."),
    )  # fmt: skip
    is_signed = forms.BooleanField(label=_("The guardian has signed on the slip that the leader may know it"), required=False)
