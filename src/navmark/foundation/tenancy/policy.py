"""Numbers a school may decide: typed, with defaults, and with the day from which they hold.

A policy is a frozen dataclass that inherits Policy; its fields are the numbers and their defaults. What a school decided
is one row per decision and field, never changed, so that what happened under an older value stays explicable.
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolOwned


class PolicyDecision(SchoolOwned):
    """政策决定: from this day on, this school's value of one number; who decided, when, on what basis."""

    policy = models.CharField(max_length=60)
    field = models.CharField(max_length=60)
    value = models.JSONField()
    holds_from = models.DateField(_("holds from"))
    basis = models.TextField(_("basis"))
    decided_by = models.UUIDField(_("decided by"))
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        app_label = "tenancy"
        ordering = ("holds_from", "decided_at", "id")

    class Privacy:
        internal = ("id", "school", "policy", "field", "value", "holds_from", "basis", "decided_by", "decided_at")


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
