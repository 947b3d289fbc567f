"""What a mechanism says about how often something is due. The school's own row for it is a Cadence."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from navmark.foundation.almanac.periods import PeriodKind

__all__ = ["CadenceSpec", "PeriodKind", "Subject"]


class Subject(StrEnum):
    """Who owes it."""

    BRANCH = "unit:branch"
    PARTY_GROUP = "unit:party_group"  # each group
    MEMBER = "person:member"  # each member
    SCHOOL = "unit:school"
    GRADE = "unit:grade"
    CLASS = "unit:class"  # each class at school
    SUBJECT_GROUP = "unit:subject_group"
    DEPARTMENT = "unit:department"
    STUDIO = "unit:studio"
    CLUB = "unit:club"
    COMMUNITY = "unit:community"

    @property
    def unit_kind(self) -> str:
        """The kind of the units that owe it; nothing where persons do."""
        return self.value.removeprefix("unit:") if self.value.startswith("unit:") else ""


@dataclass(frozen=True)
class CadenceSpec:
    """`rule_id` names the rule whose frequency this is; `fixed` is (month, day) for a yearly fixed day."""

    code: str
    title: str | Promise
    activity_kind: str
    period: PeriodKind
    subject: Subject
    rule_id: str = ""
    times: int = 1
    grace_days: int = 0
    fixed: tuple[int, int] | None = None


_specs: dict[str, CadenceSpec] = {}


def register(specs: tuple[CadenceSpec, ...]) -> None:
    for spec in specs:
        if _specs.setdefault(spec.code, spec) != spec:
            raise ValueError(f"two cadences are called {spec.code}")


def all_specs() -> tuple[CadenceSpec, ...]:
    return tuple(_specs.values())


def spec(code: str) -> CadenceSpec | None:
    """None of a cadence that the school's programme made: its row says everything."""
    return _specs.get(code)
