"""What a study tour keeps beside its entry: groups, who goes, what care a child needs, and how many were counted where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.models import Entry
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class TourGroup(SchoolOwned):
    """分组: pupils of one class who stay together, and the teacher who leads and counts them."""

    tour = SchoolFK(Entry, models.CASCADE, related_name="tour_groups")
    number = models.PositiveSmallIntegerField()
    leader = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("leader of the group"))

    class Meta:
        verbose_name = _("group of a tour")
        ordering = ("number", "id")
        constraints = (models.UniqueConstraint(fields=("school", "tour", "number"), name="tours_group_once"),)

    class Privacy:
        internal = ("id", "school", "tour", "number")
        personal = ("leader",)


class Traveller(SchoolOwned):
    """研学名单: a pupil who goes. Whoever was taken off stays, with the day and why; no group counts it any more."""

    tour = SchoolFK(Entry, models.CASCADE, related_name="travellers")
    pupil = SchoolFK(Person, models.CASCADE, related_name="+")
    unit = SchoolFK(Unit, models.PROTECT, related_name="+")  # the class of that day
    group = SchoolFK(TourGroup, models.PROTECT, null=True, blank=True, related_name="travellers")
    off_on = models.DateField(null=True, blank=True)
    why = EncryptedTextField(_("why it was taken off"), blank=True, default="")

    class Meta:
        verbose_name = _("traveller")
        ordering = ("unit", "pupil__sort_key", "id")
        constraints = (models.UniqueConstraint(fields=("school", "tour", "pupil"), name="tours_traveller_once"),)

    class Privacy:
        internal = ("id", "school", "tour", "unit", "group")
        sensitive = ("pupil", "off_on", "why")


class CareNote(SchoolOwned):
    """照护提示: what a leader must know to care for this child on this tour. Sealed, never part of any evaluation, deleted after
    the tour."""

    tour = SchoolFK(Entry, models.CASCADE, related_name="care_notes")
    pupil = SchoolFK(Person, models.CASCADE, related_name="+")
    words = EncryptedTextField(_("what care it needs"))
    noted_by = models.UUIDField()
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("care note")
        ordering = ("noted_at", "id")
        constraints = (models.UniqueConstraint(fields=("school", "tour", "pupil"), name="tours_care_note_once"),)

    class Privacy:
        internal = ("id", "school", "tour", "noted_by", "noted_at")
        sensitive = ("pupil", "words")


class HeadCount(SchoolOwned):
    """清点: how many of a group there were at a point of the way, of how many."""

    group = SchoolFK(TourGroup, models.CASCADE, related_name="counts")
    point = models.CharField(_("where"), max_length=40)
    due = models.PositiveSmallIntegerField()
    there = models.PositiveSmallIntegerField(_("how many were there"))
    note = EncryptedTextField(_("what was done"), blank=True, default="")
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("head count")
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("school", "group", "point"), name="tours_head_count_once"),)

    class Privacy:
        internal = ("id", "school", "group", "point", "due", "there", "by", "at")
        sensitive = ("note",)

    @property
    def is_short(self) -> bool:
        return self.there < self.due
