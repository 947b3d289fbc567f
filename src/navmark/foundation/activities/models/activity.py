"""The occasion and its parts."""

from datetime import time
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities import kinds
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class ActivityState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class Activity(SchoolOwned):
    """活动: one occasion at one time and place.

    `completed_at` is set while its record is complete: until it is reopened nothing here changes, and only then does it count.
    `closed_at` is set when the record is locked; from then nothing here ever changes.
    """

    unit = SchoolFK(Unit, models.PROTECT, related_name="activities")
    title = models.CharField(_("title"), max_length=120)
    day = models.DateField(_("day"))  # local date of starts_at, kept beside it because every register asks by day
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=100, blank=True)
    host = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host"))
    recorder = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("recorder"))
    state = models.CharField(_("state"), max_length=10, choices=ActivityState, default=ActivityState.PLANNED)
    cancelled_because = models.CharField(_("cancelled because"), max_length=200, blank=True)
    due_count = models.PositiveSmallIntegerField(_("number expected"), null=True, blank=True)  # of a kind that keeps no roll
    there_count = models.PositiveSmallIntegerField(_("number there"), null=True, blank=True)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)  # how often the plan was changed, and when last: see `feed.py`
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-starts_at", "id")
        indexes = (models.Index(fields=("school", "day"), name="activities_activity_day"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="activities_activity_ends_after_start"
            ),
        )

    class Privacy:
        internal = ("id", "school", "unit", "title", "day", "starts_at", "ends_at", "place", "host", "recorder")
        internal += ("state", "cancelled_because", "made_by", "made_at", "completed_at", "closed_at", "revision", "changed_at")
        internal += ("due_count", "there_count")

    def __str__(self) -> str:
        return self.title

    @classmethod
    def locked(cls, pk: UUID) -> Self:
        """The row with its parts, locked until the transaction ends. One query. Raises DoesNotExist."""
        rows = Part.objects.select_for_update(no_key=True, of=("activity",)).select_related("activity")
        parts = list(rows.filter(activity=pk))
        if not parts:
            raise cls.DoesNotExist
        activity = parts[0].activity
        activity._prefetched_objects_cache = {"parts": parts}
        return activity

    @property
    def tells_hour(self) -> bool:
        """A line says its day alone: then it begins with its day, and nobody says until when."""
        return self.ends_at is not None or localtime(self.starts_at).time() != time.min

    @property
    def is_private(self) -> bool:
        """Whether any part of it is for those alone who take part."""
        return any(kinds.kind(part.kind).is_private for part in self.parts.all())


class Part(SchoolOwned):
    """组成部分: one part of an activity; it may fulfil a duty and is printed on a sheet of its own."""

    activity = SchoolFK(Activity, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=40)
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    number = models.PositiveSmallIntegerField(_("number in the year"), null=True, blank=True)  # see `numbering.py`

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("school", "activity", "position"), name="activities_part_position"),)
        indexes = (models.Index(fields=("school", "kind"), name="activities_part_kind"),)

    class Privacy:
        internal = ("id", "school", "activity", "position", "kind", "topic", "number")

    def __str__(self) -> str:
        return f"{kinds.kind(self.kind).title}"

    @property
    def is_joined(self) -> bool:
        """Whether it is of a kind from data and not the first of its gathering: then its paper hangs on itself."""
        return self.position > 1 and kinds.kind(self.kind).is_data

    @staticmethod
    def in_words(field: str, value: str) -> str:
        """How the trail shows a value that has no choices."""
        return str(kinds.kind(value).title) if field == "kind" else ""


class ActivityTag(SchoolOwned):
    """标签: the initiative, campaign or pillar that an activity also serves, so that it is not typed a second time."""

    activity = SchoolFK(Activity, models.CASCADE, related_name="tags")
    label = models.CharField(_("tag"), max_length=60)

    class Meta:
        ordering = ("label",)
        constraints = (models.UniqueConstraint(fields=("school", "activity", "label"), name="activities_tag_once"),)

    class Privacy:
        internal = ("id", "school", "activity", "label")
