"""A field in which a person's name is typed, and found; her page needs no script. The names are offered while one types.

What such a form is rendered by brings the names along: `{% offered form %}`, which `ui/form.html` says itself.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from navmark.foundation.people.by_name import BETWEEN, as_written, labelled, one_of, told_apart
from navmark.foundation.people.forms.fields import CHOOSE, NOTHING
from navmark.foundation.people.models import Person
from navmark.foundation.tables.refusals import CellProblem

LONGEST = 60
FEW = 10  # a committee, who keeps a thing: one sees them all at once


class Names:
    """The people who may be named in a form, for all its fields; `listed_as` is the id of their list on the page.

    Whoever stands there already (`also`) may stay, whether she could be named anew or not. Two queries at most.
    """

    def __init__(
        self, people: Iterable[Person], *, on: date, also: Sequence[Person | None] = (), listed_as: str = "names"
    ) -> None:
        self._people, self._on, self._also = people, on, [one for one in also if one is not None]
        self.listed_as = listed_as

    @cached_property
    def _by_id(self) -> dict[str, Person]:
        return {str(one.pk): one for one in (*self._people, *self._also)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """id -> what is offered, and typed, for her; in the order in which they were given."""
        found = labelled(told_apart(self._by_id.values(), self._on))
        return {pk: found[pk] for pk in self._by_id}

    @property
    def are_few(self) -> bool:
        return len(self.labels) <= FEW

    def found(self, words: str) -> Person:
        """Raises CellProblem where nobody or more than one is called so."""
        return self._by_id[one_of(self.labels, as_written(words))]


class PersonByName(forms.CharField):
    """Becomes the person who is called so, or None. Opened with a person or her id."""

    def __init__(self, names: Names, **kwargs: Any) -> None:
        self.names = names
        kwargs.setdefault("widget", forms.TextInput(attrs={"list": names.listed_as, "autocomplete": "off"}))
        super().__init__(max_length=LONGEST, **kwargs)

    @property
    def offered(self) -> tuple[str, Iterable[str]]:
        """(the id of the list, the names in it)."""
        return self.names.listed_as, self.names.labels.values()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Person):
            value = value.pk
        return self.names.labels.get(str(value), "") if isinstance(value, UUID) else value

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        return _or_invalid(self.names, words) if words else None


class PersonAmong(PersonByName):
    """Where they are few, each by one tap (`chosen_by`); else typed. What is posted is the name either way.

    `nobody`: what it means to leave it empty.
    """

    def __init__(
        self, names: Names, *, nobody: Any = "", chosen_by: type[forms.Select | forms.RadioSelect] = forms.Select, **kwargs: Any
    ) -> None:
        if names.are_few:
            none = nobody or (CHOOSE if kwargs.get("required", True) else NOTHING)
            empty = [] if kwargs.get("required", True) and chosen_by is forms.RadioSelect else [("", none)]
            kwargs["widget"] = chosen_by(choices=[*empty, *((name, name) for name in names.labels.values())])
        super().__init__(names, **kwargs)
        if names.are_few:
            self.error_messages["required"] = forms.ChoiceField.default_error_messages["required"]
        elif nobody:
            self.widget.attrs["placeholder"] = nobody

    @property
    def offered(self) -> tuple[str, Iterable[str]]:
        return self.names.listed_as, () if self.names.are_few else self.names.labels.values()


class PeopleByName(PersonByName):
    """Several, between commas or blanks of any kind: 张三、李四. Becomes a list without repetitions."""

    def __init__(self, names: Names, **kwargs: Any) -> None:
        super().__init__(names, **kwargs)
        self.max_length, self.validators = None, []

    def clean(self, value: Any) -> list[Person]:
        words = forms.CharField.clean(self, value)
        named = [word for word in re.split(r"[、，；,;\n]", words) if as_written(word)]
        return list(dict.fromkeys(_or_invalid(self.names, word) for word in named))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return BETWEEN.join(str(super(PeopleByName, self).prepare_value(one)) for one in value)
        return value


def _or_invalid(names: Names, words: str) -> Person:
    try:
        return names.found(words)
    except CellProblem as problem:
        raise ValidationError(str(problem)) from None
