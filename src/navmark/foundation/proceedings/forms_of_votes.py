"""What people type of a vote, an election and a count of ballots."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.named import Names, PersonAmong
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.judging import Ballots, Tally
from navmark.foundation.proceedings.models import VoteMethod
from navmark.foundation.proceedings.refusals import OneForTwo, require_two
from navmark.foundation.statute.findings import FIELD_NAMES


class TwoPeople(forms.Form):
    """Whoever watches the count is another person than whoever counts."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        try:
            require_two(data.get("overseer"), data.get("counter"))
        except OneForTwo as refusal:
            self.add_error("counter", str(refusal))
        return data


def _number(name: str, **kwargs: Any) -> forms.IntegerField:
    """A count, called as the statute calls it, so that a refusal names the field as the page does."""
    return forms.IntegerField(label=FIELD_NAMES[name], min_value=0, max_value=999, **kwargs)


class VoteForm(TwoPeople):
    """The tally of a vote. Who was entitled and who was there is not asked: the roll knows.

    For a show of hands no papers are asked: everybody there counts as one paper, given out, returned and valid.
    """

    PAPERS = ("issued", "collected", "invalid")
    subject = forms.CharField(label=_("Put to the vote"), max_length=200)
    method = forms.ChoiceField(label=_("Method"), choices=VoteMethod.choices)
    issued = _number("issued", required=False)
    collected = _number("collected", required=False)
    invalid = _number("invalid", required=False, initial=0)
    ayes = _number("ayes")
    nays = _number("noes", initial=0)
    abstentions = _number("abstentions", initial=0)

    def __init__(self, *args: Any, names: Names, present: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._present = present
        self.fields["overseer"] = PersonAmong(names, label=_("Overseer"), required=False)
        self.fields["counter"] = PersonAmong(names, label=_("Counter"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("method") == VoteMethod.SECRET:
            for name in ("overseer", "counter"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A paper vote needs an overseer and a counter."))
            for name in self.PAPERS:
                if data.get(name) is None and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
        elif data.get("method"):
            self._count_hands(data)
        return data

    def _count_hands(self, data: dict[str, Any]) -> None:
        for name in self.PAPERS:
            self.errors.pop(name, None)
        data.update(issued=self._present, collected=self._present, invalid=0)
        hands = sum(data.get(name) or 0 for name in ("ayes", "nays", "abstentions"))
        if not self.errors and hands != self._present:
            words = _("In favour, against and abstained make %(hands)s, but %(present)s entitled to vote are there: count again.")
            self.add_error("ayes", words % {"hands": hands, "present": self._present})

    def tally(self) -> Tally:
        names = ("issued", "collected", "ayes", "nays", "abstentions", "invalid")
        return Tally(**{name: self.cleaned_data[name] for name in names})


class CandidatesForm(forms.Form):
    """Who stands, and for how many seats."""

    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=99)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(person.pk): person for person in people}
        self.fields["candidates"] = forms.MultipleChoiceField(
            label=_("Candidates"),
            choices=[(key, person.name) for key, person in self._people.items()],
            widget=forms.CheckboxSelectMultiple(attrs={"class": "names"}),
            help_text=_(
                "For 3 seats at least 4 candidates stand (20% more than seats); the ballot lists them by Party post,"
                " then by strokes of the surname."
            ),
        )

    def people(self) -> list[Person]:
        return [person for key, person in self._people.items() if key in self.cleaned_data["candidates"]]


class BallotsForm(TwoPeople):
    """The papers of a count, where several people stand on each; what each of them received stands in a row of its own."""

    issued = _number("issued")
    collected = _number("collected")
    invalid = _number("invalid", initial=0)

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["overseer"] = PersonAmong(names, label=_("Overseer"))
        self.fields["counter"] = PersonAmong(names, label=_("Counter"))

    def ballots(self) -> Ballots:
        return Ballots(**{name: self.cleaned_data[name] for name in ("issued", "collected", "invalid")})


class CountForm(forms.Form):
    ayes = _number("ayes")
    nays = _number("noes", initial=0)
    abstentions = _number("abstentions", initial=0)


class WrittenInForm(forms.Form):
    """另选人: somebody whose name the voters wrote, and how often. Both or neither."""

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonAmong(names, label=_("Name"), required=False)
        self.fields["ayes"] = _number("ayes", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("person") and data.get("ayes") is None and "ayes" not in self.errors:
            self.add_error("ayes", _("Enter how many votes."))
        if data.get("ayes") and not data.get("person") and "person" not in self.errors:
            self.add_error("person", _("Choose whose votes these are."))
        return data
