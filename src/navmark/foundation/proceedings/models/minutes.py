"""The record as a whole: its state, the two who signed it, and what was added later."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Activity
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class MinutesState(models.TextChoices):
    OPEN = "open", _("being written")
    SUBMITTED = "submitted", _("submitted")
    LOCKED = "locked", _("locked")


class Minutes(SchoolOwned):
    """会议记录. Tidied within five working days is 会后整理; later it is 补录; both are shown, neither is blamed.

    `snapshot` is what is printed once locked: the sheets' facts as JSON, so that the same record gives the same bytes for ever.
    `separate_number` is all that this computer knows of a sealed matter (另册记录).
    """

    activity = SchoolFK(Activity, models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=MinutesState, default=MinutesState.OPEN)
    separate_number = models.CharField(_("number of the separate record"), max_length=40, blank=True)
    submitted_by = models.UUIDField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.UUIDField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    snapshot = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "activity"), name="proceedings_minutes_once"),
            models.CheckConstraint(
                condition=Q(submitted_by__isnull=True, submitted_at__isnull=True)
                | Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="proceedings_minutes_submitted_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state="locked", locked_by__isnull=False, locked_at__isnull=False, snapshot__isnull=False)
                | (~Q(state="locked") & Q(locked_by__isnull=True, locked_at__isnull=True, snapshot__isnull=True)),
                name="proceedings_minutes_locked_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(locked_by__isnull=True) | ~Q(locked_by=models.F("submitted_by")),
                name="proceedings_minutes_two_people",
            ),
        )

    class Privacy:
        internal = ("id", "school", "activity", "state", "separate_number", "submitted_by", "submitted_at")
        internal += ("locked_by", "locked_at")
        personal = ("snapshot",)

    @property
    def is_locked(self) -> bool:
        return self.state == MinutesState.LOCKED


class Amendment(SchoolOwned):
    """更正: a dated addition to a locked record; nothing is ever taken away."""

    minutes = SchoolFK(Minutes, models.PROTECT, related_name="amendments")
    text = models.TextField(_("amendment"))
    by = models.UUIDField()
    by_name = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    class Privacy:
        internal = ("id", "school", "minutes", "by", "at")
        personal = ("text", "by_name")


class Waiver(SchoolOwned):
    """放行: a second person lifts one blocking finding, with a reason (house rule 5)."""

    minutes = SchoolFK(Minutes, models.CASCADE, related_name="waivers")
    finding = models.CharField(max_length=80)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "minutes", "finding"), name="proceedings_waiver_once"),)

    class Privacy:
        internal = ("id", "school", "minutes", "finding", "reason", "by", "at")
