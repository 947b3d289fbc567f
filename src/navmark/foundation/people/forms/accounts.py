"""Passwords, login names, and the first account of a school."""

from typing import Any, cast

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.actions.schools import offered
from navmark.foundation.people.models import Account

_REFUSED = gettext_lazy(
    "Login name or password is not right; capitals count in the password. Forgotten? The clerk or the system administrator"
    " prints a code: choose below that you have one."
)


_TOLD = '<span>{}<span class="help">{}</span></span>'
LONGEST_LOGIN = 60  # as `Account.login` has it


class LoginForm(AuthenticationForm):
    """Says the same whatever was wrong, so that nobody learns which login names there are, and how to get in again."""

    error_messages = {"invalid_login": _REFUSED, "inactive": _REFUSED}

    def clean_username(self) -> str:
        """Longer than any: refused here, since the count of failed logins could not hold it."""
        name: str = self.cleaned_data["username"]
        if len(name) > LONGEST_LOGIN:
            raise self.get_invalid_login_error()
        return name


class PasswordPair(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=gettext_lazy("New password"),
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = gettext_lazy("Password")  # her first one


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
        label=gettext_lazy("Party branch, full name"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("As in 中共…支部委员会; a school without one yet leaves it empty"),
    )
    in_use_since = forms.DateField(
        label=gettext_lazy("In use since"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Nothing before this day is ever called late."),
    )
    programme = forms.ChoiceField(
        label=gettext_lazy("By which programme it works"),
        widget=forms.RadioSelect,
        required=False,
        help_text=gettext_lazy("Every page of it can be changed later, and another taken instead; nothing is lost."),
    )
    administrator_name = forms.CharField(label=gettext_lazy("Your name"), max_length=60)
    field_order = ("name", "branch_name", "in_use_since", "programme", "administrator_name", "login", "password", "again")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, offers = cast("forms.ChoiceField", self.fields["programme"]), offered()
        field.choices = [(one.code, format_html(_TOLD, one.title, one.summary)) for one in offers]
        field.initial = next((one.code for one in offers), "")
        if not offers:
            del self.fields["programme"]
