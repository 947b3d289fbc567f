"""What a person is called and can be reached by."""

from django import forms

from navmark.foundation.people.models import Person


class DetailsForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("name", "sex", "born", "staff_number", "ethnicity", "education", "subject", "job")
        widgets = {"born": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class SealedForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("phone", "id_number", "address")
        widgets = {"phone": forms.TextInput, "id_number": forms.TextInput, "address": forms.TextInput}
