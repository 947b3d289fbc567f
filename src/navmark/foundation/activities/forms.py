"""What people type about the roll."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Attendance, Presence
from navmark.foundation.people.forms.named import Names, PeopleByName, PersonAmong, PersonByName
from navmark.foundation.people.models import Person
from navmark.foundation.people.on_behalf import OnBehalfField
from navmark.foundation.people.viewer import Viewer


class LeaveForm(forms.Form):
    """Leave for oneself; whoever types for others also says whose leave was asked by telephone."""

    reason = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, *args: Any, viewer: Viewer, places: Iterable[Attendance], may_type: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_places = [row.person for row in places if row.presence == Presence.UNKNOWN]
        self.is_own = viewer.person in open_places
        self.is_offered = self.is_own or (may_type and bool(open_places))
        if may_type:
            self.fields["on_behalf_of"] = OnBehalfField(viewer, open_places, label=_("Whose leave"), required=not self.is_own)
            self.order_fields(("on_behalf_of", "reason"))


class OwnNameForm(forms.Form):
    """Who signs in on a phone that nobody knows. No name is offered."""

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonByName(
            names,
            label=_("Who are you?"),
            help_text=_("The recorder confirms it with a glance at the room."),
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )


class GuestsForm(forms.Form):
    """列席: colleagues by name, and guests from outside, one a line: name, then organisation."""

    guests = forms.CharField(
        label=_("Guests from outside"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One guest a line: name, a space, organisation."),
    )

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("Names, separated by commas; whoever is not of the house stands below.")
        label = _("Colleagues who attend without being due")
        self.fields["observers"] = PeopleByName(names, label=label, required=False, help_text=help_text)
        self.order_fields(("observers", "guests"))

    def clean_guests(self) -> list[tuple[str, str]]:
        lines = [line.split(maxsplit=1) for line in self.cleaned_data["guests"].splitlines() if line.strip()]
        return [(line[0][:60], line[1][:100] if len(line) > 1 else "") for line in lines]


class NotCountedForm(forms.Form):
    """Who is not counted in this meeting, among those who are, and on what basis."""

    basis = forms.CharField(
        label=_("Basis"),
        max_length=200,
        help_text=_("The superior's consent and this meeting's vote, with date or number."),
    )

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonAmong(names, label=_("Who is not counted"))
        self.order_fields(["person"])


def marks_from(posted: Mapping[str, str], rows: list[Attendance]) -> dict[Person, Mark]:
    """The marks of a posted roll that differ from what stands: fields `presence-<person>` and `reason-<person>`.

    Who is there on time has no reason; the field may still hold that of a leave which was not taken.
    """
    marks: dict[Person, Mark] = {}
    for row in rows:
        key: UUID = row.person_id
        presence = posted.get(f"presence-{key}")
        if presence is None or presence not in Presence.values:
            continue
        reason = "" if presence in ("", Presence.PRESENT) else posted.get(f"reason-{key}", "").strip()[:200]
        if (presence, reason) != (row.presence, row.reason):
            marks[row.person] = Mark(Presence(presence), reason)
    return marks
