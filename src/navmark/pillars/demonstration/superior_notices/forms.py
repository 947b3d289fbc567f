"""What is typed of a notice: its text or file; then, of each thing it asks for, who sees to it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.types.days import Day
from navmark.foundation.papers.types.people import OnePerson, SeveralPeople
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.pillars.demonstration.superior_notices.actions import ConfirmedAsk
from navmark.pillars.demonstration.superior_notices.reading import LONGEST_TITLE, ProposedAsk

TYPES = ".docx,.pdf,.xlsx,.txt,.doc,.wps,.ofd,.jpg,.png"
LONGEST_SAID = 2000


class LetterForm(forms.Form):
    use_required_attribute = False

    text = forms.CharField(
        label=gettext_lazy("The notice as it came"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("Paste it as it came, from a chat or a web page; or choose its file below."),
    )  # fmt: skip
    file = forms.FileField(label=gettext_lazy("File"), required=False, widget=forms.FileInput(attrs={"accept": TYPES}))
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=gettext_lazy("Empty: as the text has it."),
    )
    received = day_field(gettext_lazy("Received on"))

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in units}
        if len(units) > 1:
            choices = [(str(unit.pk), name_on(unit, kwargs["initial"]["received"])) for unit in units]
            self.fields["unit"] = forms.ChoiceField(label=_("For"), choices=choices)

    @property
    def unit(self) -> Unit:
        return self.units.get(self.cleaned_data.get("unit", "")) or next(iter(self.units.values()))


class AskForm(PaperForm):
    """One proposal, or what the text does not say. `said` is the sentence in which it was read; what is not ticked is left out,
    whatever else stands there. What nobody proposed has no tick: it counts once anything is typed."""

    def __init__(self, data: Mapping[str, str] | None, *, proposed: ProposedAsk | None, number: int, known: Known) -> None:
        self.proposed, self.number = proposed, number
        self.said = proposed.said if proposed else ""
        values = {"what": proposed.what, "due": proposed.day.on if proposed.day else None} if proposed else {}
        description = Description(tuple(_questions()))
        super().__init__(data, description=description, values=values, known=known, due=BEFORE, prefix=f"ask{number}")
        ticked = data is None or data.get(f"{self.prefix}-taken") == "1"
        self.taken = ticked if proposed else self.has_changed()

    def asked(self, people: Mapping[str, Person]) -> ConfirmedAsk:
        helpers = [people[pk] for pk in self.given.get("helper") or ()]
        return ConfirmedAsk(
            self.given["what"], self.given["due"], people[self.given["owner"]], helpers, said=self.said[:LONGEST_SAID]
        )

    def named(self) -> Iterator[str]:
        """The ids of whoever is named here."""
        yield self.given["owner"]
        yield from self.given.get("helper") or ()


def _questions() -> Iterator[Any]:
    yield Line(key="what", label=_("What is to be handed in"), longest=LONGEST_TITLE, required=BEFORE)
    yield Day(key="due", label=_("To be handed in by"), required=BEFORE)
    yield OnePerson(key="owner", label=_("Who sees to it"), of="staff", required=BEFORE)
    yield SeveralPeople(key="helper", label=_("Who helps"), of="staff")
