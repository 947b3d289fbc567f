"""What people type into a record."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.elections import Ballots
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import VoteMethod
from navmark.foundation.statute.outlook import Sitting

STRICTER = {
    Sitting.ELECTION: _("This is an election"),
    Sitting.LEADERS_PERSONNEL: _("Appointments are decided: two thirds have to be there"),
}


class PersonField(forms.ModelChoiceField):
    """A choice among these people, in the order in which they are given."""

    def __init__(self, people: Iterable[Person], **kwargs: Any) -> None:
        self._people = list(people)
        super().__init__(Person.objects.filter(pk__in=[person.pk for person in self._people]), **kwargs)
        self.choices = [("", "—"), *((str(person.pk), person.name) for person in self._people)]


class ItemForm(forms.Form):
    title = forms.CharField(label=_("Item"), max_length=200)

    def __init__(self, *args: Any, people: Iterable[Person], stricter: Sitting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stricter:
            self.fields["stricter"] = forms.BooleanField(label=STRICTER[stricter], required=False)
        self.fields["reporter"] = PersonField(people, label=_("Reporter"), required=False)
        self.fields["points"] = forms.CharField(
            label=_("Main points"), required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000
        )


class SpeechForm(forms.Form):
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=10_000)
    dissent = forms.BooleanField(label=_("A different opinion"), required=False)
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class VoteForm(forms.Form):
    """The tally of a paper vote. Who was entitled and who was there is not asked: the roll knows."""

    subject = forms.CharField(label=_("Put to the vote"), max_length=200)
    method = forms.ChoiceField(label=_("Method"), choices=VoteMethod.choices)
    issued = forms.IntegerField(label=_("Issued"), min_value=0, max_value=999)
    collected = forms.IntegerField(label=_("Collected"), min_value=0, max_value=999)
    ayes = forms.IntegerField(label=_("In favour"), min_value=0, max_value=999)
    nays = forms.IntegerField(label=_("Against"), min_value=0, max_value=999, initial=0)
    abstentions = forms.IntegerField(label=_("Abstentions"), min_value=0, max_value=999, initial=0)
    invalid = forms.IntegerField(label=_("Invalid"), min_value=0, max_value=999, initial=0)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list(people)
        self.fields["overseer"] = PersonField(people, label=_("Overseer"), required=False)
        self.fields["counter"] = PersonField(people, label=_("Counter"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("method") == VoteMethod.SECRET:
            for name in ("overseer", "counter"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A paper vote needs an overseer and a counter."))
        return data

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
            widget=forms.CheckboxSelectMultiple,
            help_text=_("In this order they stand on the ballot."),
        )

    def people(self) -> list[Person]:
        return [person for key, person in self._people.items() if key in self.cleaned_data["candidates"]]


class ElectionForm(forms.Form):
    """The ballots of an election; what each candidate received stands in a formset of CountForm."""

    issued = forms.IntegerField(label=_("Issued"), min_value=0, max_value=999)
    collected = forms.IntegerField(label=_("Collected"), min_value=0, max_value=999)
    invalid = forms.IntegerField(label=_("Invalid"), min_value=0, max_value=999, initial=0)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list(people)
        self.fields["overseer"] = PersonField(people, label=_("Overseer"))
        self.fields["counter"] = PersonField(people, label=_("Counter"))

    def ballots(self) -> Ballots:
        return Ballots(**{name: self.cleaned_data[name] for name in ("issued", "collected", "invalid")})


class CountForm(forms.Form):
    ayes = forms.IntegerField(label=_("In favour"), min_value=0, max_value=999)
    nays = forms.IntegerField(label=_("Against"), min_value=0, max_value=999, initial=0)
    abstentions = forms.IntegerField(label=_("Abstentions"), min_value=0, max_value=999, initial=0)


class DecisionForm(forms.Form):
    """What was decided, and (when somebody has to act) what, who, by when: all three or none."""

    text = forms.CharField(label=_("What was decided"), widget=forms.Textarea(attrs={"rows": 2}), max_length=5_000)
    to_assembly = forms.BooleanField(label=_("Submit to the general meeting"), required=False)
    reported_up = forms.BooleanField(label=_("Report to the superior"), required=False)
    what = forms.CharField(label=_("What is to be done"), max_length=200, required=False)
    due_on = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    field_order = ("text", "to_assembly", "reported_up", "what", "owner", "due_on")

    def __init__(self, *args: Any, people: Iterable[Person], may_submit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = PersonField(people, label=_("Who"), required=False)
        if not may_submit:
            del self.fields["to_assembly"]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [name for name in ("owner", "due_on") if data.get(name)]
        if data.get("what") or given:
            for name in ("owner", "due_on"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A task needs somebody who does it, and a day."))
        return data

    def tasks(self) -> list[Task]:
        """The one task of this form; without words of its own it is the decision itself."""
        data = self.cleaned_data
        if not data.get("owner"):
            return []
        return [Task(what=(data.get("what") or data["text"])[:200], owner=data["owner"], due_on=data["due_on"])]


class TaskForm(forms.Form):
    what = forms.CharField(label=_("What is to be done"), max_length=200)
    due_on = forms.DateField(label=_("By when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = PersonField(people, label=_("Who"))

    def task(self) -> Task:
        return Task(what=self.cleaned_data["what"], owner=self.cleaned_data["owner"], due_on=self.cleaned_data["due_on"])


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class AmendmentForm(forms.Form):
    text = forms.CharField(label=_("Amendment"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5_000)


class SeparateForm(forms.Form):
    number = forms.CharField(label=_("Number of the separate record"), max_length=40, required=False)
