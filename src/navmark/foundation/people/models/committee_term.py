"""The term of a branch committee."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models.unit import Unit
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class CommitteeTerm(SchoolOwned):
    """届次: elected on one day, due for election on another. Being overdue ends no office (支部工作条例第二十二条)."""

    branch = SchoolFK(Unit, models.CASCADE, related_name="committee_terms")
    number = models.PositiveSmallIntegerField(_("number of the term"), null=True, blank=True)
    elected_on = models.DateField(_("elected on"))
    due_on = models.DateField(_("next election due"))
    meeting = models.UUIDField(null=True, blank=True)  # whose result it is, also when the day was corrected afterwards

    class Meta:
        ordering = ("-elected_on",)
        constraints = (
            models.UniqueConstraint(fields=("school", "branch", "elected_on"), name="people_committeeterm_once"),
            models.CheckConstraint(condition=models.Q(due_on__gt=models.F("elected_on")), name="people_committeeterm_lasts"),
        )

    class Privacy:
        internal = ("id", "school", "branch", "number", "elected_on", "due_on", "meeting")

    def is_overdue_on(self, day: date) -> bool:
        return self.due_on < day
