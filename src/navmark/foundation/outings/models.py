"""What an outing keeps beside its entry and its slips: groups, who is in them, and how many were counted where."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.registers.models import Entry
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class OutingGroup(SchoolOwned):
    """分组: pupils of one class who stay together, and the teacher who leads and counts them."""

    entry = SchoolFK(Entry, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    leader = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("leader of the group"))

    class Meta:
        verbose_name = _("group of an outing")
        ordering = ("number", "id")
        constraints = (models.UniqueConstraint(fields=("school", "entry", "number"), name="outings_group_once"),)

    class Privacy:
        internal = ("id", "school", "entry", "number")
        personal = ("leader",)

    def __str__(self) -> str:
        return gettext("Group %(number)s, %(leader)s") % {"number": self.number, "leader": self.leader.name}


class Traveller(SchoolOwned):
    """出行组员: a pupil in a group. While no slip of a guardian holds, the row rests: nobody sees or counts it."""

    entry = SchoolFK(Entry, models.CASCADE, related_name="+")
    group = SchoolFK(OutingGroup, models.CASCADE, related_name="travellers")
    pupil = SchoolFK(Person, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("traveller")
        ordering = ("pupil__sort_key", "id")
        constraints = (models.UniqueConstraint(fields=("school", "entry", "pupil"), name="outings_traveller_once"),)

    class Privacy:
        internal = ("id", "school", "entry", "group")
        sensitive = ("pupil",)


class HeadCount(SchoolOwned):
    """清点: how many of a group there were at a point of the way, of how many."""

    group = SchoolFK(OutingGroup, models.CASCADE, related_name="counts")
    point = models.CharField(_("where"), max_length=40)
    due = models.PositiveSmallIntegerField()
    there = models.PositiveSmallIntegerField(_("how many were there"))
    note = EncryptedTextField(_("what was done"), blank=True, default="")
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("head count")
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("school", "group", "point"), name="outings_head_count_once"),)

    class Privacy:
        internal = ("id", "school", "group", "point", "due", "there", "by", "at")
        sensitive = ("note",)

    @property
    def is_short(self) -> bool:
        return self.there < self.due
