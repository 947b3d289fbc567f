"""What is typed on the pages of an outing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.outings.models import OutingGroup, Traveller
from navmark.foundation.people.models import Person

LARGEST_GROUP, USUAL_GROUP = 60, 20


class DivideForm(forms.Form):
    most = forms.IntegerField(
        label=_("Pupils in a group at most"), min_value=1, max_value=LARGEST_GROUP, initial=USUAL_GROUP,
        help_text=_("Class by class; whoever goes along leads in turn, until you name others below."),
    )  # fmt: skip


class LeadersForm(forms.Form):
    """A field for each group: leader-NUMBER."""

    def __init__(self, *args: Any, groups: Sequence[OutingGroup], people: Sequence[Person], **kwargs: Any) -> None:
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

    def __init__(self, *args: Any, travellers: Sequence[Traveller], groups: Sequence[OutingGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(one.pk): one for one in (*travellers, *groups)}
        self.fields["traveller"].choices = [(str(one.pk), one.pupil.name) for one in travellers]
        self.fields["to"].choices = [(str(one.pk), str(one)) for one in groups]

    @property
    def said(self) -> tuple[Any, Any]:
        """(who, into which group)."""
        return self.rows[self.cleaned_data["traveller"]], self.rows[self.cleaned_data["to"]]
