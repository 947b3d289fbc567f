"""Numbers a school may decide: typed, with defaults, and with the day from which they hold.

A policy is a frozen dataclass that inherits Policy; its fields are the numbers and their defaults. What a school decided
is one row per decision and field, never changed, so that what happened under an older value stays explicable.
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, Self

from navmark.foundation.tenancy.models import PolicyDecision


@dataclass(frozen=True)
class Policy:
    """Inherit, set `code`, and list the numbers with their defaults."""

    code: ClassVar[str]

    @classmethod
    def on(cls, day: date) -> Self:
        """The active school's values on `day`."""
        known = {field.name for field in fields(cls)}
        decisions = PolicyDecision.objects.filter(policy=cls.code, holds_from__lte=day)
        return cls(**{row.field: row.value for row in decisions if row.field in known})

    @classmethod
    def decide(cls, field: str, value: Any, *, holds_from: date, basis: str, by: Any, at: Any) -> PolicyDecision:
        """Record one decision. Raises ValueError for an unknown field or a value of another type than the default."""
        default = getattr(cls(), field, None)
        if default is None or not isinstance(value, type(default)):
            raise ValueError(f"{cls.code}.{field} does not take {value!r}")
        return PolicyDecision.objects.create(
            policy=cls.code, field=field, value=value, holds_from=holds_from, basis=basis, decided_by=by, decided_at=at
        )
