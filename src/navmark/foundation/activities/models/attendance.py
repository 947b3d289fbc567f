"""The roll: one row a person, one mark a row."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models.activity import Activity
from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Presence(models.TextChoices):
    UNKNOWN = "", _("not yet marked")
    PRESENT = "present", _("present")
    LATE = "late", _("late")
    LEAVE = "leave", _("on leave")
    ABSENT = "absent", _("absent")


THERE = (Presence.PRESENT, Presence.LATE)
MARKED = (Presence.UNKNOWN, Presence.ABSENT, Presence.LEAVE, Presence.LATE, Presence.PRESENT)


class Method(models.TextChoices):
    """How we know."""

    SHEET = "sheet", _("marked against the signed sheet")
    ALL_OTHERS = "all_others", _("all others present, against the signed sheet")
    OWN = "own", _("own sign-in")
    NAME_PICKED = "name_picked", _("name picked on a phone, to be confirmed")
    PLAN = "plan", _("known before")


class Attendance(SchoolOwned):
    """到会登记: one person's place on the roll. Rows are made when the activity is planned; the mark is made by somebody."""

    activity = SchoolFK(Activity, models.CASCADE, related_name="roll")
    person = SchoolFK(Person, models.PROTECT, related_name="attendances")
    expected = models.BooleanField(default=True)  # False: 列席, a person of ours who attends without being due
    presence = models.CharField(_("presence"), max_length=8, choices=Presence, default=Presence.UNKNOWN, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    method = models.CharField(max_length=12, choices=Method, blank=True)
    marked_by = models.UUIDField(null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    not_counted = models.CharField(_("not counted because"), max_length=200, blank=True)  # 可以不计算在应到会人数之内

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "activity", "person"), name="activities_attendance_once"),
            models.CheckConstraint(
                condition=Q(presence="", marked_by__isnull=True, marked_at__isnull=True)
                | (~Q(presence="") & Q(marked_by__isnull=False, marked_at__isnull=False)),
                name="activities_attendance_who_and_when",
            ),
        )
        indexes = (models.Index(fields=("school", "person"), name="activities_attendance_person"),)

    class Privacy:
        internal = ("id", "school", "activity")
        personal = ("person", "expected", "presence", "reason", "method", "marked_by", "marked_at", "not_counted")

    def outweighs(self, other: "Attendance") -> bool:
        """Of two places on the roll that are one person's: who was there was there."""
        ranks = [MARKED.index(one.presence) for one in (self, other)]
        return ranks[0] > ranks[1]

    @property
    def is_there(self) -> bool:
        return self.presence in THERE

    @property
    def awaits_confirmation(self) -> bool:
        return self.is_there and self.method == Method.NAME_PICKED


class Guest(SchoolOwned):
    """列席人员: somebody from outside, by name."""

    activity = SchoolFK(Activity, models.CASCADE, related_name="guests")
    name = models.CharField(_("name"), max_length=60)
    organisation = models.CharField(_("organisation"), max_length=100, blank=True)

    class Meta:
        ordering = ("id",)

    class Privacy:
        internal = ("id", "school", "activity")
        personal = ("name", "organisation")
