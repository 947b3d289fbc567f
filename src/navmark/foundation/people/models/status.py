"""Party status with its dates."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models.person import Person, Precision
from navmark.foundation.people.models.unit import Unit
from navmark.foundation.tenancy.models import SchoolFK


class Status(models.TextChoices):
    APPLICANT = "applicant", _("applicant")
    ACTIVIST = "activist", _("active applicant")
    TARGET = "target", _("development target")
    PROBATIONARY = "probationary", _("probationary member")
    FULL = "full", _("full member")


MEMBER_STATUSES = (Status.PROBATIONARY, Status.FULL)


class PartyStatus(Dated):
    """党员身份: a person's standing in one branch for a time; a full member's row begins on the day of 转正.

    Where no more than the month (or year) of that day is known, `from_day` is its first day and `from_precision` says so.
    """

    person = SchoolFK(Person, models.CASCADE, related_name="party_statuses")
    branch = SchoolFK(Unit, models.PROTECT, related_name="party_statuses")
    status = models.CharField(_("Party status"), max_length=12, choices=Status)
    from_precision = models.CharField(max_length=5, choices=Precision, blank=True)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person"), condition=Q(to_day__isnull=True), name="people_partystatus_one_open"
            ),
        )
        indexes = (models.Index(fields=("school", "branch", "status"), name="people_partystatus_branch"),)

    def outweighs(self, other: Self) -> bool:
        """The one that has come further; else the older."""
        ranks = [Status.values.index(one.status) for one in (self, other)]
        return ranks[0] > ranks[1] or (ranks[0] == ranks[1] and super().outweighs(other))

    class Privacy:
        personal = ("id", "school", "person", "branch", "status", "from_day", "from_precision", "to_day")
