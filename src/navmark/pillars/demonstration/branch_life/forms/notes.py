"""What people type of a talk, and the count of a review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import CHOOSE
from navmark.pillars.demonstration.branch_life.grading import COUNTS, OF_COMMITTEE
from navmark.pillars.demonstration.branch_life.models import Grade, ReviewNote, TalkKind


class StandingForm(forms.Form):
    """What one member received; an empty field is none."""

    excellent, qualified, basic, unqualified = (
        forms.IntegerField(label=one.label, min_value=0, max_value=999, required=False) for one in Grade
    )
    grade = forms.ChoiceField(label=_("Grade given by the committee"), choices=[("", CHOOSE), *Grade.choices], required=False)

    def row(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] or 0 for name in COUNTS} | {"grade": self.cleaned_data["grade"]}


class CommitteeForm(forms.ModelForm):
    """支部班子: what the committee as a body received on the second half of the paper."""

    class Meta:
        model = ReviewNote
        fields = OF_COMMITTEE


class TalkForm(forms.Form):
    """The words of a talk; they are sealed when saved."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", CHOOSE), *TalkKind.choices], required=False)
    content = forms.CharField(label=_("What was talked about"), required=False, widget=forms.Textarea(attrs={"rows": 5}))
    opinions = forms.CharField(label=_("Opinions and suggestions"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    measures = forms.CharField(label=_("What will be done"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
