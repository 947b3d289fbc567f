"""How often this school does a thing, and the day that the superior sets for the year's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence import specs
from navmark.foundation.tenancy.models import SchoolOwned
from navmark.foundation.ui.languages import spoken


class Cadence(SchoolOwned):
    """频次: how often this school does it. It may be tighter than the rule whose frequency it inherits, never looser."""

    code = models.CharField(max_length=40)
    named = models.CharField(max_length=60, blank=True)  # what the programme calls it; empty where a mechanism's spec says it
    named_en = models.CharField(max_length=60, blank=True)
    activity_kind = models.CharField(max_length=40)
    period = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in PeriodKind])
    subject = models.CharField(max_length=20, choices=[(subject.value, subject.value) for subject in specs.Subject])
    times = models.PositiveSmallIntegerField(default=1)
    grace_days = models.PositiveSmallIntegerField(default=0)
    rule_id = models.CharField(max_length=20, blank=True)
    weeks = models.JSONField(default=list, blank=True)  # of a term, by their numbers; none: each (see `spans.Often`)
    may_excuse = models.JSONField(default=list, blank=True)  # reasons that are offered
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    gone = models.BooleanField(default=False)  # it is off because mechanism or programme speak of it no more, not by the school

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="cadence_cadence_code"),)

    class Privacy:
        internal = (
            "id",
            "school",
            "code",
            "named",
            "named_en",
            "activity_kind",
            "period",
            "subject",
            "times",
            "grace_days",
            "rule_id",
            "weeks",
            "may_excuse",
        )
        internal += ("active_from", "active_to", "gone")

    @property
    def title(self) -> str:
        """In the reader's language."""
        told = specs.spec(self.code)
        return str(told.title) if told else spoken(self.named, self.named_en)

    @property
    def rests(self) -> bool:
        """Whether it asks for nothing while pupils are on holiday."""
        return specs.Subject(self.subject).rests

    @property
    def fixed(self) -> tuple[int, int] | None:
        """(month, day) of a yearly fixed day, as the mechanism's spec says it."""
        told = specs.spec(self.code)
        return told.fixed if told else None


class PartyYear(SchoolOwned):
    """年度: yearly items belong to it; it closes on the day that the superior's notice sets, often the next spring."""

    year = models.PositiveSmallIntegerField(_("year"))
    closes_on = models.DateField(_("to be done by"))
    basis = models.CharField(_("notice"), max_length=200)
    noted_by = models.UUIDField()
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "year"), name="cadence_partyyear_once"),)

    class Privacy:
        internal = ("id", "school", "year", "closes_on", "basis", "noted_by", "noted_at")
