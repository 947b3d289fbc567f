"""What people type to complete the sheets of lectures, themed days, yearly meetings and talks, and the count of a review."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.forms.fields import CHOOSE
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.forms import PersonField
from navmark.pillars.demonstration.branch_life.grading import COUNTS, OF_COMMITTEE
from navmark.pillars.demonstration.branch_life.models import (
    Grade,
    LectureNote,
    LifeMeetingNote,
    ReviewNote,
    TalkKind,
    ThemeDayNote,
)


class LectureForm(forms.ModelForm):
    class Meta:
        model = LectureNote
        fields = ("guest_lecturer", "form", "hours", "outline", "discussion", "make_up")

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lecturer"] = PersonField(people, label=_("Lecturer"), required=False, initial=self.instance.lecturer_id)
        self.order_fields(("lecturer", *self.Meta.fields))
        self.fields["form"].widget.attrs["list"] = "forms-of-study"
        self.fields["hours"].widget.attrs.update(min="0", step="0.5")
        for name in ("outline", "discussion", "make_up"):
            self.fields[name].widget.attrs["rows"] = 4


class ThemeDayForm(forms.ModelForm):
    class Meta:
        model = ThemeDayNote
        fields = ("dues_expected", "dues_paid", "account", "agreed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].widget.attrs["rows"] = 6
        self.fields["agreed"].widget.attrs["rows"] = 3

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        due, paid = data.get("dues_expected"), data.get("dues_paid")
        if due is not None and paid is not None and paid > due:
            self.add_error("dues_paid", _("More members paid than were due to pay. Correct one of the two numbers."))
        return data


class LifeMeetingForm(forms.ModelForm):
    class Meta:
        model = LifeMeetingNote
        fields = ("study", "opinions", "talks")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["rows"] = 3


class ReviewForm(forms.ModelForm):
    class Meta:
        model = ReviewNote
        fields = ("own", "mutual", "opinion")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["rows"] = 4


class StandingForm(forms.Form):
    """What one member received; an empty field is none."""

    excellent = forms.IntegerField(label=Grade.EXCELLENT.label, min_value=0, max_value=999, required=False)
    qualified = forms.IntegerField(label=Grade.QUALIFIED.label, min_value=0, max_value=999, required=False)
    basic = forms.IntegerField(label=Grade.BASIC.label, min_value=0, max_value=999, required=False)
    unqualified = forms.IntegerField(label=Grade.UNQUALIFIED.label, min_value=0, max_value=999, required=False)
    grade = forms.ChoiceField(label=_("Grade given by the committee"), choices=[("", CHOOSE), *Grade.choices], required=False)

    def row(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] or 0 for name in COUNTS} | {"grade": self.cleaned_data["grade"]}


class CommitteeForm(forms.ModelForm):
    """支部班子: what the committee as a body received on the second half of the paper."""

    class Meta:
        model = ReviewNote
        fields = OF_COMMITTEE


class SegmentForm(forms.Form):
    name = forms.CharField(label=_("Segment"), max_length=60, required=False)
    topic = forms.CharField(label=_("Topic"), max_length=120, required=False)
    optional = forms.BooleanField(label=_("Chosen by the branch"), required=False)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leader"] = PersonField(people, label=_("Led by"), required=False)


SegmentFormSet = formset_factory(SegmentForm, extra=2, max_num=12)


class TalkForm(forms.Form):
    """The words of a talk; they are sealed when saved."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", CHOOSE), *TalkKind.choices], required=False)
    content = forms.CharField(label=_("What was talked about"), required=False, widget=forms.Textarea(attrs={"rows": 5}))
    opinions = forms.CharField(label=_("Opinions and suggestions"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    measures = forms.CharField(label=_("What will be done"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
