"""Rows of the trail. They hold no foreign key but the school's, so that nothing is undeletable because of its history."""

import json
from datetime import UTC
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.digest import ALGORITHM, digest_of, hexdigest
from navmark.foundation.audit.kinds import wording_of
from navmark.foundation.audit.signing import is_signed
from navmark.foundation.tenancy.models import SchoolManager, SchoolOwned, SchoolQuerySet


class AppendOnly(RuntimeError):
    """A row of the trail is neither changed nor deleted."""


class TrailQuerySet(SchoolQuerySet):
    def update(self, **values: Any) -> int:
        raise AppendOnly("Rows of the trail are not changed.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise AppendOnly("Rows of the trail are not changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnly("Rows of the trail are not deleted; retention ends whole batches.")


class TrailRow(SchoolOwned):
    """Written once. Sealing, erasing and retention, which have their reasons, go through the base manager."""

    objects = SchoolManager.from_queryset(TrailQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("A row of the trail is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise AppendOnly("A row of the trail is not deleted; retention ends whole batches.")


class AuditEntry(TrailRow):
    """留痕记录: who did what, when. `payload` holds what is personal and can be erased; `payload_digest` and `digest` stay.

    `by` and `on_behalf_of` are ids of persons; None is the system. Names are looked up when a page shows the row.
    """

    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    by = models.UUIDField(null=True, blank=True)
    on_behalf_of = models.UUIDField(null=True, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    payload = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    payload_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    batch = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("school", "subject_id", "at"), name="audit_entry_subject"),
            models.Index(fields=("school", "batch", "id"), name="audit_entry_batch"),
        )

    class Privacy:
        internal = (
            *("id", "school", "at", "kind", "by", "on_behalf_of", "subject_kind", "subject_id"),
            *("salt", "payload_digest", "digest", "batch"),
        )
        personal = ("payload",)

    @property
    def wording(self) -> str:
        """What was done, as the continuation of a sentence that begins with a name."""
        return wording_of(self.kind)

    @property
    def facts(self) -> dict[str, Any]:
        """The payload; empty once erased."""
        return json.loads(self.payload) if self.payload else {}

    def salted(self, algorithm: str = ALGORITHM) -> str:
        return hexdigest(self.salt + self.payload, algorithm)

    def computed_digest(self, algorithm: str = ALGORITHM) -> str:
        """Digest of the fixed columns and of the payload's digest."""
        who = (self.by, self.on_behalf_of, self.subject_kind, self.subject_id)
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return digest_of((self.school_id, self.id, moment, self.kind, *who, self.payload_digest), algorithm)


class AuditBatch(TrailRow):
    """留痕批次: a link of the chain. `entries_digest` covers the digests of its rows in the order of their ids.

    `hash` is a signature by `key`. Batches from before there was one have no key, and a plain digest.
    """

    number = models.PositiveIntegerField()
    sealed_at = models.DateTimeField()
    count = models.PositiveIntegerField()
    first = models.UUIDField()
    last = models.UUIDField()
    algorithm = models.CharField(max_length=10, default=ALGORITHM)
    entries_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=20, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("school", "number"), name="audit_batch_once"),)

    class Privacy:
        internal = (
            *("id", "school", "number", "sealed_at", "count", "first", "last"),
            *("algorithm", "entries_digest", "previous", "key", "hash"),
        )

    def statement(self) -> str:
        """What is signed."""
        moment = self.sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
        extent = (self.count, self.first, self.last, self.entries_digest)
        return digest_of((self.school_id, self.number, moment, *extent, self.previous), self.algorithm)

    def is_authentic(self) -> bool | None:
        """Whether the hash is right; None when its key is not here."""
        return is_signed(self.statement(), self.key, self.hash) if self.key else self.statement() == self.hash


class AuditCheckpoint(TrailRow):
    """留痕检查点: what retention leaves: the chain up to batch `number` was deleted, and its last hash was `hash`; signed."""

    at = models.DateTimeField()
    by = models.UUIDField(null=True, blank=True)
    before = models.DateField(_("deleted before"))
    number = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    entries = models.PositiveIntegerField()
    signature = models.CharField(max_length=100)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("school", "number"), name="audit_checkpoint_once"),)

    class Privacy:
        internal = ("id", "school", "at", "by", "before", "number", "hash", "entries", "signature")

    def statement(self) -> str:
        """What is signed."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return digest_of((self.school_id, moment, self.by, self.before, self.number, self.hash, self.entries))
