"""Forms of the people pages. They clean input and know no rule; what is refused is refused by the actions."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.identity import phone_key
from navmark.foundation.people.models import (
    Absence,
    Account,
    Engagement,
    Exemption,
    PartyStatus,
    Person,
    Post,
    RightsSuspension,
    Unit,
    UnitKind,
)
from navmark.foundation.people.models.post import HOME_OF_POST
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import look_alikes


def choices_of(model: type[Model], field: str) -> list[tuple[str, Any]]:
    """The choices of a column, as a form's field takes them."""
    return [(value, label) for value, label in model._meta.get_field(field).choices or ()]


def day_field(label: Any, *, required: bool = True, today: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, initial=timezone.localdate if today else None)


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


class UnitChoice(forms.ModelChoiceField):
    """Units of some kinds as they are called today."""

    def __init__(self, *args: Any, kinds: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(Unit.objects.none(), *args, **kwargs)
        self.kinds = kinds

    def label_from_instance(self, unit: Unit) -> str:
        return name_on(unit, timezone.localdate())

    def open_on_today(self) -> None:
        rows = Unit.objects.on(timezone.localdate()).order_by("kind", "-entry_year", "number", "name")
        self.queryset = rows.filter(kind__in=self.kinds) if self.kinds else rows


class WithUnits(forms.Form):
    """Offers the units there are today; tables may be asked only once a school is active."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, UnitChoice):
                field.open_on_today()


class StatusForm(WithUnits):
    status = forms.ChoiceField(label=gettext_lazy("Party status"), choices=choices_of(PartyStatus, "status"))
    branch = UnitChoice(label=gettext_lazy("Branch"), kinds=(UnitKind.BRANCH,), empty_label=None)
    from_day = day_field(gettext_lazy("From"), today=True)


class PostForm(WithUnits):
    kind = forms.ChoiceField(label=gettext_lazy("Post"), choices=[("", gettext_lazy("Please choose")), *choices_of(Post, "kind")])
    unit = UnitChoice(
        label=gettext_lazy("Unit"),
        kinds=tuple(dict.fromkeys(HOME_OF_POST.values())),
        required=False,
        empty_label="—",
        help_text=gettext_lazy("A Party post needs its branch or Party group, a class teacher the class; other posts need none."),
    )
    from_day = day_field(gettext_lazy("From"), today=True)
    basis = forms.CharField(label=gettext_lazy("Basis"), max_length=200, required=False)


class PlaceForm(WithUnits):
    to = UnitChoice(label=gettext_lazy("Unit"))
    from_day = day_field(gettext_lazy("From"), today=True)


class AbsenceForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=choices_of(Absence, "kind"))
    from_day = day_field(gettext_lazy("From"), today=True)
    to_day = day_field(gettext_lazy("To"), required=False)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=200, required=False)


class ExemptionForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=Exemption._meta.get_field("reason").max_length)
    from_day = day_field(gettext_lazy("From"), today=True)


class SuspensionForm(forms.Form):
    basis = forms.CharField(label=gettext_lazy("Basis"), max_length=RightsSuspension._meta.get_field("basis").max_length)
    from_day = day_field(gettext_lazy("From"), today=True)
    to_day = day_field(gettext_lazy("To"), required=False)


class EngagementForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=choices_of(Engagement, "kind"))
    from_day = day_field(gettext_lazy("From"), required=False)


class GuardianForm(forms.Form):
    """Who answers for the child. Where somebody here has the name or the phone, it asks whether it is the same person."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=60)
    relation = forms.CharField(
        label=gettext_lazy("Relation to the child"), max_length=20, help_text=gettext_lazy("As in 父亲, 母亲, 祖母")
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Sealed: it opens only after a purpose is named."),
    )
    known = forms.ChoiceField(label=gettext_lazy("Of this name or phone"), widget=forms.RadioSelect, required=False)

    NEW = "new"

    def __init__(self, answers: Any = None) -> None:
        super().__init__(answers)
        typed = answers or {}
        alike = look_alikes(typed.get("name", ""), typed.get("phone", "")) if typed.get("name") else []
        self.alike = {str(person.pk): person for person in alike}
        if not alike:
            del self.fields["known"]
            return
        offered = [(key, self._words(person, typed.get("phone", ""))) for key, person in self.alike.items()]
        self.fields["known"].choices = [*offered, (self.NEW, _("Somebody else of this name"))]  # type: ignore[attr-defined]

    def _words(self, person: Person, phone: str) -> str:
        """Enough to tell two people of one name apart, and nothing that is sealed."""
        kinds = [row.get_kind_display() for row in person.engagements.all() if row.to_day is None]
        same = [_("the same phone")] if phone and person.phone_index == phone_key(phone) else []
        return " · ".join(filter(None, (person.name, person.job, *kinds, *same)))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        answer = cleaned.pop("known", "")
        if self.alike and not answer and not self.has_error("known"):
            self.add_error("known", _("Somebody is on record already. Say whether it is the same person."))
        return cleaned | {"known": self.alike.get(answer)}


class EndForm(forms.Form):
    last_day = day_field(gettext_lazy("Last day"), today=True)


class LeavingForm(EndForm):
    leaving = forms.ChoiceField(label=gettext_lazy("Left because"), choices=choices_of(Engagement, "leaving"))


class TermForm(forms.Form):
    number = forms.IntegerField(label=gettext_lazy("Number of the term"), min_value=1, max_value=99, required=False)
    elected_on = day_field(gettext_lazy("Elected on"))
    due_on = day_field(gettext_lazy("Next election due"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        elected, due = cleaned.get("elected_on"), cleaned.get("due_on")
        if elected and due and due <= elected:
            self.add_error("due_on", _("The next election lies after the last one."))
        return cleaned


class OfficeForm(forms.Form):
    """Who holds an office of a unit: one choice among the people who may."""

    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Name"), empty_label=None)
    from_day = day_field(gettext_lazy("From"), today=True)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people


class NewUnitForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)


class NewGroupForm(WithUnits):
    number = forms.IntegerField(label=gettext_lazy("Number"), min_value=1, max_value=50)


class PasswordPair(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 8 characters, not a common word, not your login name."),
    )
    again = forms.CharField(
        label=gettext_lazy("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def account(self) -> Account:
        """Whose password it will be, so that it is not the login name."""
        return Account(login=self.cleaned_data.get("login", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password and cleaned.get("again") and password != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        if password:
            try:
                validate_password(password, self.account())
            except ValidationError as weak:
                self.add_error("password", weak)
        return cleaned


class JoinForm(PasswordPair):
    login = forms.CharField(
        label=gettext_lazy("Login name"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
        help_text=gettext_lazy("Letters, digits or your own name; you will type it each time."),
    )
    field_order = ("login", "password", "again")


class OwnPasswordForm(PasswordPair):
    """A new password for somebody who knows the present one."""

    present = forms.CharField(
        label=gettext_lazy("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("present", "password", "again")

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = account

    def account(self) -> Account:
        return self.own

    def clean_present(self) -> str:
        if not self.own.check_password(self.cleaned_data["present"]):
            raise ValidationError(_("This is not your present password."))
        return self.cleaned_data["present"]


class CodeForm(forms.Form):
    code = forms.CharField(label=gettext_lazy("Code"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class FirstRunForm(JoinForm):
    name = forms.CharField(label=gettext_lazy("School"), max_length=100)
    branch_name = forms.CharField(
        label=gettext_lazy("Party branch, full name"), max_length=100, help_text=gettext_lazy("As in 中共…支部委员会")
    )
    in_use_since = forms.DateField(
        label=gettext_lazy("In use since"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Nothing before this day is ever called late."),
    )
    administrator_name = forms.CharField(label=gettext_lazy("Your name"), max_length=60)
    field_order = ("name", "branch_name", "in_use_since", "administrator_name", "login", "password", "again")
