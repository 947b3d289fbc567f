"""What a mechanism says about how often something is due. The school's own row for it is a Cadence."""

from dataclasses import dataclass

from django.utils.functional import Promise

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.people.owing import Subject

__all__ = ["CadenceSpec", "PeriodKind", "Subject"]


@dataclass(frozen=True)
class CadenceSpec:
    """`rule_id` names the rule whose frequency this is; `fixed` is (month, day) for a yearly fixed day; `weeks`: the numbers of
    the only weeks of a term in which it is asked for, or that by whose end it is due once a term; `may_excuse`: reasons for which
    it is often not needed, offered where somebody says so."""

    code: str
    title: str | Promise
    activity_kind: str
    period: PeriodKind
    subject: Subject
    rule_id: str = ""
    times: int = 1
    grace_days: int = 0
    fixed: tuple[int, int] | None = None
    weeks: tuple[int, ...] = ()
    may_excuse: tuple[str, ...] = ()
    title_en: str = ""  # of one that the school's programme describes


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
