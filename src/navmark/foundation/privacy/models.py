"""Rows of the access log. No foreign key but the school's: the row outlives the viewer and the child."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.models import TrailRow
from navmark.foundation.sealing.fields import EncryptedTextField


class Purpose(models.TextChoices):
    """用途, in a school's words."""

    CORRECTION = "correction", _("correcting the school register")
    RECORDS = "records", _("checking staff or Party records")
    FAMILY = "family", _("keeping in touch with the family")
    SAFETY = "safety", _("safety and protection")
    SUPPORT = "support", _("aid and care")
    AUTHORITY = "authority", _("asked for by the authority")
    OTHER = "other", _("other (say what for)")


OF_FAMILIES = [one for one in Purpose if one != Purpose.RECORDS]
OF_ADULTS = [Purpose.RECORDS, Purpose.SAFETY, Purpose.SUPPORT, Purpose.AUTHORITY, Purpose.OTHER]


class OpenedPart(models.TextChoices):
    """What was opened."""

    FILE = "file", _("file")
    SEALED = "sealed", _("sealed fields")
    LIST = "list", _("pupils' list, by name")
    ROSTER = "roster", _("pupils' roster, exported")


class AccessEntry(TrailRow):
    """查阅记录: who opened whose file, when, for what. One row a viewer, file, part and day; added, never changed.

    `by` is the id of a person; None is the system, that is, whoever sits at the server's command line.
    """

    at = models.DateTimeField()
    by = models.UUIDField(null=True, blank=True)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    part = models.CharField(max_length=10, choices=OpenedPart)
    purpose = models.CharField(max_length=12, choices=Purpose)
    words = EncryptedTextField(blank=True, default="")

    class Meta:
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("school", "subject_id", "at"), name="privacy_access_subject"),
            models.Index(fields=("school", "at"), name="privacy_access_at"),
        )

    class Privacy:
        internal = ("id", "school", "at", "by", "part", "purpose")
        sensitive = ("subject_kind", "subject_id", "words")
