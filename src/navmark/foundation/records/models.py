"""The record: its state, the two who signed it, and what was added later."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.records.kinds import record_kind
from navmark.foundation.records.states import RecordState
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned

__all__ = ["Amendment", "Record", "RecordState", "Waiver"]


class Record(SchoolOwned):
    """记录 of one owner, which is named by kind and id, because any room's row may have one. Tidied within five working days
    it is 会后整理; later it is 补录; both are shown, neither is blamed.

    `snapshot` is what is printed once locked: the sheets' facts as JSON, so that the same record gives the same bytes for ever.
    `separate_number` is all that this computer knows of a sealed matter (另册记录).
    """

    as_written = ("snapshot",)

    owner_kind = models.CharField(max_length=60)
    owner_id = models.UUIDField()
    state = models.CharField(max_length=10, choices=RecordState, default=RecordState.OPEN)
    separate_number = models.CharField(_("number of the separate record"), max_length=40, blank=True)
    submitted_by = models.UUIDField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.UUIDField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    snapshot = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "owner_kind", "owner_id"), name="records_record_once"),
            models.CheckConstraint(
                condition=Q(submitted_by__isnull=True, submitted_at__isnull=True)
                | Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="records_record_submitted_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state="locked", locked_by__isnull=False, locked_at__isnull=False, snapshot__isnull=False)
                | (~Q(state="locked") & Q(locked_by__isnull=True, locked_at__isnull=True, snapshot__isnull=True)),
                name="records_record_locked_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(locked_by__isnull=True) | ~Q(locked_by=models.F("submitted_by")),
                name="records_record_two_people",
            ),
        )

    class Privacy:
        internal = ("id", "school", "owner_kind", "owner_id", "state", "separate_number", "submitted_by", "submitted_at")
        internal += ("locked_by", "locked_at")
        personal = ("snapshot",)

    @cached_property
    def owner(self) -> Any:
        """The row that it is about. A page that has it gives it, see `queries.record_of`."""
        return record_kind(self.owner_kind).owner(self.owner_id)

    @property
    def is_open(self) -> bool:
        return self.state == RecordState.OPEN

    @property
    def is_submitted(self) -> bool:
        return self.state == RecordState.SUBMITTED

    @property
    def is_locked(self) -> bool:
        return self.state == RecordState.LOCKED


class Amendment(SchoolOwned):
    """更正: a dated addition to a locked record; nothing is ever taken away."""

    record = SchoolFK(Record, models.PROTECT, related_name="amendments")
    text = models.TextField(_("amendment"))
    by = models.UUIDField()
    by_name = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    class Privacy:
        internal = ("id", "school", "record", "by", "at")
        personal = ("text", "by_name")


class Waiver(SchoolOwned):
    """放行: a second person lifts one blocking finding, with a reason (house rule 5)."""

    record = SchoolFK(Record, models.CASCADE, related_name="waivers")
    finding = models.CharField(max_length=80)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "record", "finding"), name="records_waiver_once"),)

    class Privacy:
        internal = ("id", "school", "record", "finding", "reason", "by", "at")
