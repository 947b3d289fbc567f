"""What people type into a record."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import CHOOSE, NOTHING, day_field
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.deliberation import Deliberation
from navmark.foundation.statute.outlook import Sitting

STRICTER = {
    Sitting.ELECTION: _("This is an election"),
    Sitting.LEADERS_PERSONNEL: _("Appointments are decided: two thirds have to be there"),
}


FEW = 7  # a committee of five, the clerk and one more: each is named by one tap


class PersonField(forms.ModelChoiceField):
    """A choice among these people, in the order in which they are given."""

    def __init__(self, people: Iterable[Person], **kwargs: Any) -> None:
        self._people = list(people)
        super().__init__(Person.objects.filter(pk__in=[person.pk for person in self._people]), **kwargs)
        self.choices = [("", CHOOSE if self.required else NOTHING), *((str(person.pk), person.name) for person in self._people)]
        self.are_few = len(self._people) <= FEW


class ItemForm(forms.Form):
    """An item of the agenda; what is not asked of this kind of meeting is no field."""

    title = forms.CharField(label=_("Item"), max_length=200)

    def __init__(self, *args: Any, people: Iterable[Person], deliberation: Deliberation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if deliberation.sitting:
            self.fields["to_vote"] = forms.BooleanField(label=_("To be put to the vote"), required=False)
        if deliberation.stricter:
            self.fields["stricter"] = forms.BooleanField(label=STRICTER[deliberation.stricter], required=False)
        self.fields["reporter"] = PersonField(people, label=_("Reporter"), required=False)
        self.fields["points"] = forms.CharField(
            label=_("Main points"), required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000
        )


class SpeechForm(forms.Form):
    text = forms.CharField(label=_("what was said"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=10_000)
    dissent = forms.BooleanField(label=_("A different opinion"), required=False)
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class DecisionTextForm(forms.Form):
    """What was decided, by itself: to correct it."""

    text = forms.CharField(label=_("What was decided"), widget=forms.Textarea(attrs={"rows": 2}), max_length=5_000)
    to_assembly = forms.BooleanField(label=_("Submit to the general meeting"), required=False)
    reported_up = forms.BooleanField(label=_("Report to the superior"), required=False)

    def __init__(self, *args: Any, may_submit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_submit:
            del self.fields["to_assembly"]


class DecisionForm(DecisionTextForm):
    """What was decided, and (when somebody has to act) what, who, by when: all three or none.

    Whoever reported on the item is the likely owner, and the next meeting (`until`) the likely day: they stand there already,
    and by themselves make no task yet.
    """

    what = forms.CharField(label=_("What is to be done"), max_length=200, required=False)
    due_on = day_field(_("By when"), required=False)

    field_order = ("text", "to_assembly", "reported_up", "what", "owner", "due_on")

    def __init__(
        self, *args: Any, people: Iterable[Person], reporter_id: UUID | None = None, until: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = PersonField(people, label=_("Who"), required=False, initial=reporter_id)
        self.fields["due_on"].initial = until
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("what") or any(data.get(name) and name in self.changed_data for name in ("owner", "due_on")):
            for name in ("what", "owner", "due_on"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A task says what is to be done, by whom, and by when."))
        return data

    def tasks(self) -> list[Task]:
        """The one task of this form, if one is asked for: what is to be done, never the decision over again."""
        data = self.cleaned_data
        return [Task(what=data["what"], owner=data["owner"], due_on=data["due_on"])] if data.get("what") else []


class TaskForm(forms.Form):
    what = forms.CharField(label=_("What is to be done"), max_length=200)
    due_on = day_field(_("By when"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = PersonField(people, label=_("Who"))

    def task(self) -> Task:
        return Task(what=self.cleaned_data["what"], owner=self.cleaned_data["owner"], due_on=self.cleaned_data["due_on"])
