"""What the product knows beside the answers themselves: the day, who and what may be chosen, and how those are called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.people.by_name import Choosable, labelled

Circle = Callable[[str], Sequence[Choosable]]


def _nobody(name: str) -> Sequence[Choosable]:
    return ()


@dataclass(frozen=True)
class Known:
    """`on` is the day of what is filled in, not of reading: a record that is printed again in a year is the same.

    `people` and `units` answer the name of a circle, of a kind of unit; `names` knows whoever stands in the answers, also
    who has left.
    """

    on: date
    people: Circle = _nobody
    units: Circle = _nobody
    names: Mapping[str, str] = field(default_factory=dict)
    _asked: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def people_of(self, circle: str) -> dict[str, str]:
        """Who may be chosen: id -> what is shown, and typed, for her; no two alike. Asked once."""
        return self._labelled("people", circle)

    def units_of(self, kind: str) -> dict[str, str]:
        return self._labelled("units", kind)

    def person_called(self, pk: str, circle: str) -> str:
        """How somebody who was named is called; the circle is asked only where the name is not known."""
        return self.names.get(pk) or self.people_of(circle).get(pk) or _("(no longer kept)")

    def unit_called(self, pk: str, kind: str) -> str:
        return self.names.get(pk) or self.units_of(kind).get(pk) or _("(no longer kept)")

    def file_called(self, pk: str) -> str:
        return self.names.get(pk) or _("(no longer kept)")

    def _labelled(self, what: str, name: str) -> dict[str, str]:
        if (what, name) not in self._asked:
            self._asked[what, name] = labelled((self.people if what == "people" else self.units)(name))
        return self._asked[what, name]
