"""What is carried from one campaign into the next."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.links.linkable import Linked
from navmark.foundation.links.models import Tag


class CarryForm(forms.Form):
    """Everything that is still open is ticked; into which of several, nobody guesses."""

    into = forms.ChoiceField(label=_("Into which campaign"))
    things = forms.MultipleChoiceField(label=_("Still open"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, things: Sequence[Linked], campaigns: Sequence[Tag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open, self.campaigns = things, campaigns
        several = [("", _("Please choose"))] if len(campaigns) > 1 else []
        self.fields["into"].choices = [*several, *((one.code, one.name) for one in campaigns)]
        self.fields["things"].choices = [(str(one.pk), _told(one)) for one in things]
        self.fields["things"].initial = [str(one.pk) for one in things]

    @property
    def chosen(self) -> list[Linked]:
        return [one for one in self.open if str(one.pk) in self.cleaned_data["things"]]

    @property
    def next_one(self) -> Tag:
        return next(one for one in self.campaigns if one.code == self.cleaned_data["into"])


def _told(one: Linked) -> str:
    return " · ".join(filter(None, (one.title, one.what, one.how_far, one.whose)))
