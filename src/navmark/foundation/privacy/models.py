"""Rows of the access log, with no foreign key but the school's: the row outlives the viewer and the child. And consents."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.models import TrailRow
from navmark.foundation.people.models import Person
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Purpose(models.TextChoices):
    """用途, in a school's words."""

    CORRECTION = "correction", _("correcting the school register")
    RECORDS = "records", _("checking staff or Party records")
    FAMILY = "family", _("keeping in touch with the family")
    SAFETY = "safety", _("safety and protection")
    SUPPORT = "support", _("aid and care")
    ACTIVITY = "activity", _("organising an activity")
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


class ConsentPurpose(models.TextChoices):
    """To what a guardian consents; each is asked and taken back by itself."""

    TAKING_PART = "taking_part", _("that the child takes part")
    CARE = "care", _("that whoever leads the child knows what care it needs")


class Consent(SchoolOwned):
    """同意: a guardian signed on paper, for one child, one purpose and one thing (kind, id). Withdrawn it stays, with its day; a
    new slip is a new row. `words` are what was written beside it: sealed, and gone before the row is."""

    person = SchoolFK(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=ConsentPurpose)
    about_kind = models.CharField(max_length=60)
    about_id = models.UUIDField()
    signed_on = models.DateField(_("signed on"))
    noted_by = models.UUIDField()
    noted_at = models.DateTimeField()
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)
    why = EncryptedTextField(_("why it was withdrawn"), blank=True, default="")
    words = EncryptedTextField(_("what was written beside it"), null=True, blank=True)  # None: nothing, which can be asked for

    class Meta:
        verbose_name = _("consent")
        ordering = ("noted_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("school", "person", "purpose", "about_id"), condition=Q(withdrawn_on__isnull=True),
                name="privacy_consent_one_holds",
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("school", "about_id"), name="privacy_consent_about"),)

    class Privacy:
        internal = ("id", "school", "purpose", "about_kind", "about_id", "noted_by", "noted_at", "withdrawn_by")
        sensitive = ("person", "signed_on", "withdrawn_on", "why", "words")
