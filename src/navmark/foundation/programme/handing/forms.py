"""To whom each group of things passes; a group that names nobody stays."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.handing.actions import Handing
from navmark.foundation.programme.handing.gathering import OpenWith


class HandingForm(forms.Form):
    day = day_field(_("With the new one from"), today=True)
    reason = forms.CharField(
        label=_("Reason"), max_length=200, required=False, help_text=_("For example: transferred, election, another clerk.")
    )

    def __init__(self, *args: Any, viewer: Viewer, person: Person, rooms: list[OpenWith], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.rooms = person, [one for one in rooms if any(thing.may for thing in one.things)]
        names = Names(people_in(INSIDERS, None, on=viewer.on).exclude(pk=person.pk), on=viewer.on)
        for one in self.rooms:
            self.fields[one.code] = PersonByName(names, label=_("Passes to"), required=False)

    def said(self) -> Handing:
        told = self.cleaned_data
        to = {one.code: told[one.code] for one in self.rooms if told.get(one.code)}
        return Handing(self.person, to, told["day"], told["reason"])

    def heads(self) -> Iterator[forms.BoundField]:
        """What is asked once."""
        yield from (self[name] for name in ("day", "reason"))
