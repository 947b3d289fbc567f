"""Rows of the trail. They hold no foreign key but the school's, so that nothing is undeletable because of its history."""

from typing import Any

from django.db import models

from navmark.foundation.tenancy.models import SchoolOwned


class AppendOnly(RuntimeError):
    """A row of the trail is neither changed nor deleted."""


class AuditEntry(SchoolOwned):
    """留痕记录: `digest` covers the fixed columns and the salted payload; erasing the payload leaves it."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    by = models.UUIDField(null=True, blank=True)
    on_behalf_of = models.UUIDField(null=True, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    payload = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    digest = models.CharField(max_length=64)
    batch = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("school", "subject_id", "at"), name="audit_entry_subject"),
            models.Index(fields=("school", "batch", "id"), name="audit_entry_batch"),
        )

    class Privacy:
        internal = ("id", "school", "at", "kind", "by", "on_behalf_of", "subject_kind", "subject_id", "salt", "digest", "batch")
        personal = ("payload",)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("A row of the trail is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise AppendOnly("A row of the trail is not deleted; retention ends whole batches.")
