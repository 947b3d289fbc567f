"""Who may do what, chosen from a short list: those that the school's programme names most often stand first, the rest folds."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from navmark.foundation.people.circles import all_circles
from navmark.foundation.programme.words import CIRCLES

OFFICES = tuple(one.code for one in all_circles() if not one.of_thing)
WHO = ("planners", "makers", "takers", "keepers", "overseers", "readers", "who")
FIRST = 8


class WhoWidget(forms.CheckboxSelectMultiple):
    template_name = "programme/who.html"


class WhoField(forms.MultipleChoiceField):
    widget = WhoWidget

    def offer(self, first: Iterable[str], known: Container[str]) -> None:
        """Those of these that are known, in their order; then every office that is not among them."""
        ahead = list(dict.fromkeys(code for code in first if code in known))
        self.choices = [("", _choices(ahead)), (_("More"), _choices([code for code in OFFICES if code not in ahead]))]


def offer_who(form: forms.Form, usual: Sequence[str], around: Sequence[str] = ()) -> None:
    """Fill its fields of this kind: first whoever is chosen, then `around` (circles of the thing itself) and the usual ones."""
    for name, field in form.fields.items():
        if isinstance(field, WhoField):
            stands, sent = form.initial.get(name, ()), form[name].data or ()
            field.offer((*stands, *sent, *around, *usual), {*OFFICES, *around, *stands})


def usual(said: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The circles that these pages name most often, in the order in which circles are told."""
    often = Counter(code for page in said.values() for code in _named(page) if code in OFFICES)
    found = {code for code, _count in often.most_common(FIRST)}
    return [code for code in OFFICES if code in found]


def _named(said: Any) -> Iterator[str]:
    for key, value in said.items():
        if isinstance(value, Mapping):
            yield from _named(value)
        elif key in WHO and isinstance(value, list):
            yield from value


def _choices(codes: Collection[str]) -> list[tuple[str, str]]:
    return [(code, CIRCLES.say(code)) for code in codes]
