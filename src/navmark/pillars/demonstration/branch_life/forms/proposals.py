"""What members type to propose a theme, and what they are answered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Unit
from navmark.foundation.people.on_behalf import OnBehalfField, may_type_for_others
from navmark.foundation.people.queries import members_of
from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.branch_life.models import Proposal

FORMS_OF_STUDY = ("讲授", "研讨", "观影", "现场教学")


class ProposalForm(forms.ModelForm):
    """Secretary and clerk also type what a member without an account proposes."""

    class Meta:
        model = Proposal
        fields = ("theme", "form", "why")

    def __init__(self, *args: Any, viewer: Viewer, branches: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(branches) > 1:  # who belongs to one alone is not asked
            own = Unit.objects.filter(pk__in=[branch.pk for branch in branches])
            unit: forms.Field = forms.ModelChoiceField(own, label=_("Branch"), empty_label=None)
            self.fields = {"unit": unit, **self.fields}
        if may_type_for_others(viewer):
            self.fields["on_behalf_of"] = OnBehalfField(viewer, members_of(branches, viewer.on))
        self.fields["form"].widget.attrs["list"] = "forms-of-study"
        self.fields["why"].widget.attrs["rows"] = 3


class AnswerForm(forms.Form):
    answer = forms.CharField(label=_("Answer"), max_length=200)
