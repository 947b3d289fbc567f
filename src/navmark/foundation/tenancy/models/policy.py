"""What a school decided about a number."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models.owned import SchoolOwned


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
        ordering = ("holds_from", "decided_at", "id")

    class Privacy:
        internal = ("id", "school", "policy", "field", "value", "holds_from", "basis", "decided_by", "decided_at")
