"""What is typed on the pages of a tour."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.models import Person
from navmark.pillars.experience.tours import words
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import ClassLine

LARGEST_GROUP, USUAL_GROUP = 60, 20
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


class ClassesForm(forms.Form):
    classes = forms.MultipleChoiceField(label=_("Classes that go"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, lines: Sequence[ClassLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = _("{name}: {signed} of {pupils} slips")
        choices = [(str(one.unit.pk), asked.format(name=one.name, signed=one.signed, pupils=one.pupils)) for one in lines]
        self.fields["classes"].choices = choices
        self.fields["classes"].initial = [str(one.unit.pk) for one in lines if one.signed]


class DivideForm(forms.Form):
    most = forms.IntegerField(
        label=_("Pupils in a group at most"), min_value=1, max_value=LARGEST_GROUP, initial=USUAL_GROUP,
        help_text=_("Class by class; whoever goes along leads in turn, until you name others below."),
    )  # fmt: skip


class LeadersForm(forms.Form):
    """A field for each group: leader-NUMBER."""

    def __init__(self, *args: Any, groups: Sequence[TourGroup], people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups, self.people = groups, {str(one.pk): one for one in people}
        for group in groups:
            self.fields[f"leader-{group.number}"] = forms.ChoiceField(
                label=_("Leader of group {number}").format(number=group.number), initial=str(group.leader_id),
                choices=[(pk, one.name) for pk, one in self.people.items()],
            )  # fmt: skip

    @property
    def leaders(self) -> dict[UUID, Person]:
        return {group.pk: self.people[self.cleaned_data[f"leader-{group.number}"]] for group in self.groups}


class GroupCountForm(forms.Form):
    point = forms.ChoiceField(label=_("Where"))
    there = forms.IntegerField(
        label=_("Counted"), min_value=0, max_value=9999, widget=forms.NumberInput(attrs={"class": "short"})
    )
    note = forms.CharField(label=_("If somebody is missing: who, and what was done"), max_length=200, required=False)

    def __init__(self, *args: Any, points: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"].choices = [(one, one) for one in points]


class MoveForm(forms.Form):
    traveller = forms.ChoiceField(label=_("Which pupil"))
    to = forms.ChoiceField(label=_("Into which group"))

    def __init__(self, *args: Any, travellers: Sequence[Any], groups: Sequence[TourGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["traveller"].choices = [(str(one.pk), one.pupil.name) for one in travellers]
        self.fields["to"].choices = [(str(one.pk), words.of_group(one)) for one in groups]


class OffForm(forms.Form):
    why = forms.CharField(
        label=_("Why"), max_length=LONGEST, help_text=_("A few words for whoever looks for the child on the list; sealed.")
    )
    on = day_field(_("Day"), today=True)
    withdrawn = forms.BooleanField(label=_("A guardian has withdrawn the consent"), required=False)


class CareForm(forms.Form):
    words = forms.CharField(
        label=_("What care it needs"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As the guardian wrote it on the slip: what to do, not more than the leader needs."),
    )  # fmt: skip
    signed = forms.BooleanField(label=_("The guardian has signed on the slip that the leader may know it"), required=False)
