"""A person, and several, of a circle. A name is typed, also with the keyboard alone, and found among those of the circle.

Where the circle may be read aloud, its names are offered while one types; those of pupils never are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import Label, PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.listing import BETWEEN, apart
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.people.by_name import as_written, one_of
from navmark.foundation.privacy.classes import FieldClass
from navmark.foundation.tables.cells.plain import is_nothing, visible

OF_FAMILIES = ("pupils", "guardians")  # circles of children and of those who answer for them


@dataclass(frozen=True, kw_only=True)
class OnePerson(PaperField, type="person"):
    """一个人. `of`: the circle among whom one may be named."""

    of: Label = "staff"

    @property
    def held_as(self) -> FieldClass:
        return self.privacy or (FieldClass.SENSITIVE if self.of in OF_FAMILIES else FieldClass.PERSONAL)

    @property
    def offers_names(self) -> bool:
        """Whether names may stand on the page to choose from; those of children never do."""
        return not self.is_sealed

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.CharField(widget=forms.TextInput(attrs={"list": names_at(self.of)} if self.offers_names else {}))

    def suggested(self, known: Known) -> tuple[str, list[str]] | None:
        return (names_at(self.of), list(known.people_of(self.of).values())) if self.offers_names else None

    def initial(self, value: Value, known: Known) -> Any:
        return self.words(value, known)

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return self.found(cleaned, known, self.standing_there(known, standing))

    def standing_there(self, known: Known, standing: Standing) -> list[tuple[str, str]]:
        """(name, id) of those who stand there already: they may stay, in the circle or not, alone of their name or not."""
        return [(as_written(known.person_called(pk, self.of)), pk) for value in standing for _kind, pk in self.ids_in(value)]

    def found(self, text: str, known: Known, there: Iterable[tuple[str, str]] = ()) -> Value:
        """The value of what was typed."""
        named = as_written(text)
        return None if is_nothing(named) else dict(there).get(named) or one_of(known.people_of(self.of), named)

    def restored(self, stored: Any) -> Value:
        return an_id(stored)

    def ids_in(self, value: Value) -> Iterable[tuple[str, str]]:
        return [("person", value)] if value else []

    def of_known(self, value: Any) -> Value:
        return str(getattr(value, "pk", value))

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else known.person_called(value, self.of)

    def read(self, text: str, known: Known) -> Value:
        return self.found(text, known)


@dataclass(frozen=True, kw_only=True)
class SeveralPeople(OnePerson, type="people"):
    """若干人, in the order in which they were named."""

    usual_width: ClassVar[int] = 4

    most: Annotated[int, Limited(ge=1, le=500)] = 100

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def found(self, text: str, known: Known, there: Iterable[tuple[str, str]] = ()) -> Value:
        """Each of those who stand there answers to one name, so that two of one name may stay."""
        waiting, found = list(there), []
        for word in map(as_written, apart(visible(text), (name for name, _pk in waiting))):
            own = next((one for one in waiting if one[0] == word), None)
            if own is not None:
                waiting.remove(own)
            if own is not None or not is_nothing(word):
                found.append(own[1] if own else one_of(known.people_of(self.of), word))
        return tuple(dict.fromkeys(found)) or None

    def refuse(self, value: Value) -> None:
        if len(value) > self.most:
            raise Unfit(_("At most %(most)d people; there are %(there)d.") % {"most": self.most, "there": len(value)})

    def kept(self, value: Value) -> Any:
        return list(value)

    def restored(self, stored: Any) -> Value:
        return tuple(map(an_id, stored)) if isinstance(stored, list) else an_id(None)

    def ids_in(self, value: Value) -> Iterable[tuple[str, str]]:
        return [("person", pk) for pk in value or ()]

    def of_known(self, value: Any) -> Value:
        return tuple(super(SeveralPeople, self).of_known(one) for one in value)

    def words(self, value: Value, known: Known) -> str:
        return BETWEEN.join(super(SeveralPeople, self).words(pk, known) for pk in value or ())


def names_at(circle: str) -> str:
    """The id of the list of a circle's names on the page."""
    return f"names-of-{circle}"


def an_id(stored: Any) -> str:
    """An id as it is kept; raises Unfit for anything else."""
    try:
        return str(UUID(stored))
    except (TypeError, ValueError, AttributeError):
        raise Unfit(_("This names nobody.")) from None
