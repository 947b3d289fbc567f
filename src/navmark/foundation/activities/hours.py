"""How many hours (学时) an occasion lasts, as its plan says from when to when."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from navmark.foundation.tenancy.policy import Policy

LENGTH = "length"  # the default of a field: how many hours it lasts
HALF = Decimal("0.5")


@dataclass(frozen=True)
class ClassHour(Policy):
    """一学时: no rule says how many minutes an hour of study has; the school does."""

    code: ClassVar[str] = "activities.class_hour"
    minutes: int = 45


def hours_between(starts_at: datetime, ends_at: datetime | None, *, minutes: int) -> Decimal | None:
    """In halves, never more than it lasted; None where its end is not known, or it is over before it counts as one half."""
    if ends_at is None:
        return None
    halves = int((ends_at - starts_at).total_seconds() / 60 / minutes * 2)
    return halves * HALF or None
