"""What the keeper types into a cell."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned
from navmark.foundation.termplan.models.column import PlanColumn


class PlanLine(SchoolOwned):
    """配档事项: words in a week and a column, of what stands nowhere else. Without a column it stands under the other work."""

    week = models.CharField(_("week"), max_length=20)  # the key of the almanac: 2026-2027-1-W12
    column = SchoolFK(PlanColumn, models.PROTECT, null=True, blank=True, related_name="lines", verbose_name=_("plan column"))
    words = models.CharField(_("what"), max_length=120)
    owner = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("in charge"))
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("line of the term plan")
        ordering = ("made_at", "id")
        indexes = (models.Index(fields=("school", "week"), name="termplan_line_week"),)

    class Privacy:
        internal = ("id", "school", "week", "column", "words", "made_by", "made_at", "removed_at")
        personal = ("owner",)

    def __str__(self) -> str:
        return self.words
