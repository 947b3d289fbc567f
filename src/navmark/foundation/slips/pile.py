"""An entry as its slips see it: its classes, who belongs to them, whose slip lies there. Who goes is whoever has one."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from navmark.foundation.papers.description import Values
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import classes_of, pupils_by_class
from navmark.foundation.privacy.models import Consent, ConsentPurpose
from navmark.foundation.privacy.queries import consents_to
from navmark.foundation.registers.models import Entry
from navmark.foundation.slips.asking import SlipsAsked, asked
from navmark.foundation.statute.checks.tours import may_be_listed


@dataclass(frozen=True)
class ClassLine:
    """A class in numbers: nobody's name."""

    unit: Unit
    name: str
    pupils: int
    signed: int

    @property
    def open(self) -> int:
        """How many slips are not there."""
        return self.pupils - self.signed


class Pile:
    """Each answer is read when it is asked for, and once."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    @property
    def asked(self) -> SlipsAsked:
        found = asked(self.entry.register.code)
        assert found is not None, "an entry whose register asks for no slips"
        return found

    @cached_property
    def values(self) -> Values:
        answers = answers_of(self.entry)
        return answers.values if answers else {}

    @property
    def day(self) -> date:
        return self.values.get(self.asked.day) or self.entry.day

    @property
    def may_change(self) -> bool:
        return self.entry.state in self.asked.open_in

    @cached_property
    def classes(self) -> list[Unit]:
        return classes_of(self.entry.unit, self.day)

    @cached_property
    def pupils(self) -> dict[UUID, list[Person]]:
        """Of each class, by name."""
        return pupils_by_class(self.classes, self.day)

    @cached_property
    def signed(self) -> set[UUID]:
        return set(consents_to(self.entry, ConsentPurpose.TAKING_PART).values_list("person", flat=True))

    @cached_property
    def taken_back(self) -> dict[UUID, Consent]:
        """Pupil -> the slip that holds no more, the last of them."""
        rows = Consent.objects.filter(about_id=self.entry.pk, purpose=ConsentPurpose.TAKING_PART, withdrawn_on__isnull=False)
        return {row.person_id: row for row in rows}

    @cached_property
    def cared(self) -> set[UUID]:
        """Of whom it is noted what care they need: not, which."""
        rows = consents_to(self.entry, ConsentPurpose.CARE).filter(words__isnull=False)
        return set(rows.values_list("person", flat=True))

    def of(self, unit: Unit) -> tuple[list[Person], list[Person]]:
        """Of this class: (who is on the list, who may not be: no slip holds)."""
        pupils = {one.pk: one for one in self.pupils[unit.pk]}
        listed, left_out = may_be_listed(list(pupils), signed=self.signed)
        return [pupils[pk] for pk in listed], [pupils[pk] for pk in left_out]

    def lines(self) -> list[ClassLine]:
        return [
            ClassLine(unit, name_on(unit, self.day), len(self.pupils[unit.pk]), len(self.of(unit)[0])) for unit in self.classes
        ]
