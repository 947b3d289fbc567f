"""What people type into a record."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.forms.named import Names, PersonAmong
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.deliberation import Deliberation
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.statute.outlook import Sitting

STRICTER = {
    Sitting.ELECTION: _("This is an election"),
    Sitting.LEADERS_PERSONNEL: _("Appointments are decided: two thirds have to be there"),
}


class ItemForm(forms.Form):
    """An item of the agenda; what is not asked of this kind of meeting is no field. `item`: the one that stands there.

    Whoever reports on it is the likely owner in the form of its decision (`data-suggests`).
    """

    title = forms.CharField(label=pgettext_lazy("agenda", "Item"), max_length=200)
    points = forms.CharField(label=_("Main points"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=20_000)

    def __init__(
        self, *args: Any, names: Names, deliberation: Deliberation, item: AgendaItem | None = None, **kwargs: Any
    ) -> None:
        if item is not None:
            initial = {name: getattr(item, name) for name in ("title", "points", "to_vote", "stricter")}
            kwargs |= {"auto_id": f"%s-{item.pk}", "initial": initial | {"reporter": item.reporter_id}}
        super().__init__(*args, **kwargs)
        self.fields["reporter"] = PersonAmong(names, label=_("Reporter"), required=False)
        self.order_fields(("title", "reporter"))
        if item is not None:
            attrs = self.fields["reporter"].widget.attrs
            attrs |= {"data-suggests": f"decide-{item.pk}", "data-suggested": self["reporter"].value() or ""}
        reloading = forms.CheckboxInput(attrs={"data-reload": True})
        if deliberation.sitting:
            self.fields["to_vote"] = forms.BooleanField(label=_("To be put to the vote"), required=False, widget=reloading)
        if deliberation.stricter:
            self.fields["stricter"] = forms.BooleanField(label=STRICTER[deliberation.stricter], required=False, widget=reloading)


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


class TaskForm(forms.Form):
    """What is to be done, who does it, by when.

    Whoever reported on the item is the likely owner, and the next meeting (`until`) the likely day: they stand there already.
    """

    what = forms.CharField(label=_("What is to be done"), max_length=200)
    due_on = day_field(_("By when"))

    field_order = ("what", "owner", "due_on")

    def __init__(
        self, *args: Any, names: Names, reporter_id: UUID | None = None, until: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        required = self.fields["what"].required
        self.fields["owner"] = PersonAmong(
            names, label=_("Who"), required=required, initial=reporter_id, chosen_by=forms.RadioSelect
        )
        self.fields["due_on"].initial = until
        self.order_fields(self.field_order)

    def task(self) -> Task:
        return Task(what=self.cleaned_data["what"], owner=self.cleaned_data["owner"], due_on=self.cleaned_data["due_on"])


class DecisionForm(DecisionTextForm, TaskForm):
    """What was decided, and (when somebody has to act) one task: all three or none. What is likely makes no task by itself."""

    what = forms.CharField(label=_("What is to be done"), max_length=200, required=False)
    due_on = day_field(_("By when"), required=False)

    field_order = ("text", "to_assembly", "reported_up", "what", "owner", "due_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("what") or any(data.get(name) and name in self.changed_data for name in ("owner", "due_on")):
            for name in ("what", "owner", "due_on"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A task says what is to be done, by whom, and by when."))
        return data

    def tasks(self) -> list[Task]:
        """The one task of this form, if one is asked for: what is to be done, never the decision over again."""
        return [self.task()] if self.cleaned_data.get("what") else []
