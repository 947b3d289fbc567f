"""What an import needs to know besides the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.models import PartyStatus, Person, Unit, UnitKind
from navmark.foundation.people.models.unit import GRADES
from navmark.foundation.people.naming import group_name
from navmark.foundation.tables.cells import ClassName
from navmark.foundation.tables.refusals import CellProblem


@dataclass(frozen=True)
class Setting:
    """`on` is the day of the import, `school_year` the one the table's grades belong to.

    `answers` is what the clerk has said (fingerprint -> person or "new"); `answered` those that were used for guardians, and
    `guardians` whom rows above name, by name and telephone.
    """

    register: KnownPeople
    on: date
    school_year: int
    branches_named: frozenset[str] = field(default=frozenset())
    answers: Mapping[str, str] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    guardians: dict[tuple[str, str], Person] = field(default_factory=dict)

    def branch(self, named: str = "") -> Unit | None:
        """The branch of that name; the only one, where the table calls it otherwise throughout."""
        branches = self.register.branches
        found = next((branch for branch in branches if branch.name == named), None)
        if found or not named:
            return found or (branches[0] if branches else None)
        return branches[0] if len(branches) == len(self.branches_named) == 1 else None

    def branch_of(self, held: PartyStatus) -> Unit:
        return next(branch for branch in self.register.branches if branch.pk == held.branch_id)

    def group(self, branch: Unit, number: int) -> Unit:
        """The Party group of that number, noted as new if there is none."""
        known = self.register.groups.get((branch.pk, number))
        return known or self.register.add_unit(
            Unit(kind=UnitKind.PARTY_GROUP, parent=branch, number=number, name=group_name(number))
        )

    def unit_of_work(self, kind: UnitKind, name: str) -> Unit:
        """The subject group or department of that name, noted as new if there is none."""
        return self.register.named.get((kind, name)) or self.register.add_unit(Unit(kind=kind, name=name))

    def class_of(self, named: ClassName) -> Unit:
        """The class, noted as new if there is none. Raises CellProblem for a grade that primary schools do not have."""
        entry_year = named.entry_year or self.school_year - (named.grade or 0) + 1
        if not 1 <= self.school_year - entry_year + 1 <= GRADES:
            raise CellProblem(_("no class of that year is at school in the school year of this table."))
        known = self.register.classes.get((entry_year, named.number))
        return known or self.register.add_unit(
            Unit(kind=UnitKind.CLASS, entry_year=entry_year, number=named.number, from_day=date(entry_year, 9, 1))
        )
