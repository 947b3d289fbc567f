"""What people type: who takes it on, since when; why it ends."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.models import Unit
from navmark.foundation.pledges.models import Ending, Pledge, PledgeKind

LONGEST = 200


def _words(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, required=required, help_text=help_text)


class WithNames(forms.Form):
    """Names a new holder among those who may take it on."""

    def __init__(self, *args: Any, kind: PledgeKind, unit: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = Names(people_in(kind.takers, unit, on=on), on=on)
        self.fields["holder"] = PersonByName(names, label=kind.holder_words)
        self.order_fields(["holder"])


class TakeForm(WithNames):
    """By a keeper, for another; or asking her first."""

    from_day = day_field(_("Since"), today=True)
    basis = _words(_("Basis"), help_text=_("For example the meeting that decided it."))
    ask = forms.BooleanField(label=_("Ask first: it begins when the person agrees"), required=False)


class OwnForm(forms.Form):
    """By who takes it on herself."""

    from_day = day_field(_("Since"), today=True)


class PledgeHandOverForm(WithNames):
    day = day_field(_("With the new one from"), today=True)
    reason = _words(_("Reason"), help_text=_("For example the election."))


class PledgeEndForm(forms.Form):
    ending = forms.ChoiceField(
        label=_("How it ends"),
        choices=[(one.value, one.label) for one in (Ending.DONE, Ending.GIVEN_UP)],
        widget=forms.RadioSelect,
        initial=Ending.DONE,
    )
    day = day_field(_("Last day"), today=True)
    reason = _words(_("Reason"), help_text=_("Needed where it is given up."))


class PledgeCorrectForm(forms.Form):
    from_day = day_field(_("Since"))
    basis = _words(_("Basis"))

    def __init__(self, *args: Any, pledge: Pledge, **kwargs: Any) -> None:
        super().__init__(*args, initial={"from_day": pledge.from_day, "basis": pledge.basis}, **kwargs)


class DeclineForm(forms.Form):
    reason = _words(_("Reason"))
