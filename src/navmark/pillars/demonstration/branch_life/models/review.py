"""民主评议党员."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class ReviewNote(SchoolOwned):
    """民主评议党员, the part held as a meeting: the ballots of the 民主测评, also on the committee.

    What was said stands on its paper.
    """

    two_people = (("overseer", "counter"),)

    part = SchoolFK(Part, models.CASCADE, related_name="review_notes")
    issued = models.PositiveSmallIntegerField(_("issued"), null=True, blank=True)
    collected = models.PositiveSmallIntegerField(_("collected"), null=True, blank=True)
    invalid = models.PositiveSmallIntegerField(_("invalid"), null=True, blank=True)
    committee_good = models.PositiveSmallIntegerField(pgettext_lazy("committee", "good"), null=True, blank=True)
    committee_fairly_good = models.PositiveSmallIntegerField(pgettext_lazy("committee", "fairly good"), null=True, blank=True)
    committee_average = models.PositiveSmallIntegerField(pgettext_lazy("committee", "average"), null=True, blank=True)
    committee_poor = models.PositiveSmallIntegerField(pgettext_lazy("committee", "poor"), null=True, blank=True)
    overseer = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("overseer"))
    counter = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counter"))

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "part"), name="branch_life_review_one_a_part"),)

    class Privacy:
        internal = ("id", "school", "part", "issued", "collected", "invalid")
        personal = ("overseer", "counter", "committee_good", "committee_fairly_good")
        personal += ("committee_average", "committee_poor")

    @property
    def valid(self) -> int | None:
        return None if self.collected is None else self.collected - (self.invalid or 0)

    @property
    def committee(self) -> tuple[int, ...]:
        """好, 较好, 一般, 差 of the committee as a body; empty where it was not counted."""
        counts = (self.committee_good, self.committee_fairly_good, self.committee_average, self.committee_poor)
        return tuple(one or 0 for one in counts) if any(one is not None for one in counts) else ()


class Grade(models.TextChoices):
    """等次."""

    EXCELLENT = "excellent", pgettext_lazy("grade", "excellent")
    QUALIFIED = "qualified", pgettext_lazy("grade", "qualified")
    BASIC = "basic", pgettext_lazy("grade", "basically qualified")
    UNQUALIFIED = "unqualified", pgettext_lazy("grade", "unqualified")


class Standing(SchoolOwned):
    """民主测评: one full member's counts, and the grade the committee then gives. Open to those who keep the record,
    and each to the member herself."""

    part = SchoolFK(Part, models.CASCADE, related_name="standings")
    person = SchoolFK(Person, models.PROTECT, related_name="+")
    excellent = models.PositiveSmallIntegerField(default=0)
    qualified = models.PositiveSmallIntegerField(default=0)
    basic = models.PositiveSmallIntegerField(default=0)
    unqualified = models.PositiveSmallIntegerField(default=0)
    grade = models.CharField(_("grade"), max_length=12, choices=Grade, blank=True)
    known_on = models.DateField(_("known to the member"), null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "part", "person"), name="branch_life_standing_once"),)

    class Privacy:
        internal = ("id", "school", "part")
        sensitive = ("person", "excellent", "qualified", "basic", "unqualified", "grade", "known_on")
