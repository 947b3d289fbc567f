"""The forms that begin and end a fact of a person's file."""

from django import forms
from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import CHOOSE, NOTHING, UnitChoice, WithUnits, choices_of, day_field
from navmark.foundation.people.models import (
    Absence,
    Engagement,
    Exemption,
    PartyStatus,
    Post,
    RightsSuspension,
    Teaching,
    UnitKind,
)
from navmark.foundation.people.models.unit import HAVE_PLACES


class StatusForm(WithUnits):
    status = forms.ChoiceField(label=gettext_lazy("Party status"), choices=choices_of(PartyStatus, "status"))
    branch = UnitChoice(label=gettext_lazy("Branch"), kinds=(UnitKind.BRANCH,), empty_label=None)
    from_day = day_field(gettext_lazy("From"), today=True)


class PostForm(WithUnits):
    kind = forms.ChoiceField(label=gettext_lazy("Post"), choices=[("", CHOOSE), *choices_of(Post, "kind")])
    title = forms.CharField(
        label=gettext_lazy("Title of the office"),
        max_length=Post._meta.get_field("title").max_length,
        required=False,
        help_text=gettext_lazy("For another office in the school's own words, such as 年级副组长; it opens nothing here."),
    )
    unit = UnitChoice(
        label=gettext_lazy("Unit"),
        required=False,
        empty_label=NOTHING,
        help_text=gettext_lazy(
            "A Party post needs its branch or Party group, a class teacher the class, a head the unit; others need none."
        ),
    )
    from_day = day_field(gettext_lazy("From"), today=True)
    basis = forms.CharField(label=gettext_lazy("Basis"), max_length=200, required=False)


class PlaceForm(WithUnits):
    to = UnitChoice(label=gettext_lazy("Unit"), kinds=HAVE_PLACES)
    from_day = day_field(gettext_lazy("From"), today=True)


class LessonForm(WithUnits):
    unit = UnitChoice(label=gettext_lazy("Class"), kinds=(UnitKind.CLASS,))
    subject = forms.CharField(label=gettext_lazy("Subject taught"), max_length=Teaching._meta.get_field("subject").max_length)
    from_day = day_field(gettext_lazy("From"), today=True)


class AbsenceForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=choices_of(Absence, "kind"))
    from_day = day_field(gettext_lazy("From"), today=True)
    to_day = day_field(gettext_lazy("To"), required=False)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=200, required=False)


class ExemptionForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=Exemption._meta.get_field("reason").max_length,
        help_text=gettext_lazy("Also when the committee decided it, and how study is brought to her."),
    )
    from_day = day_field(gettext_lazy("From"), today=True)


class SuspensionForm(forms.Form):
    basis = forms.CharField(label=gettext_lazy("Basis"), max_length=RightsSuspension._meta.get_field("basis").max_length)
    from_day = day_field(gettext_lazy("From"), today=True)
    to_day = day_field(gettext_lazy("To"), required=False)


class EngagementForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=choices_of(Engagement, "kind"))
    from_day = day_field(gettext_lazy("From"), required=False)


class EndForm(forms.Form):
    last_day = day_field(gettext_lazy("Last day"), today=True)


class LeavingForm(EndForm):
    leaving = forms.ChoiceField(label=gettext_lazy("Left because"), choices=choices_of(Engagement, "leaving"))
