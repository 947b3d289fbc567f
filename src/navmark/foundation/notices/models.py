"""The inbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class NoticeKind(models.TextChoices):
    COMING = "coming", _("is due soon")
    LATE = "late", _("was due and is not done")
    ACCOUNT = "account", _("about an account")
    MOVED = "moved", _("has been moved")
    CANCELLED = "cancelled", _("has been cancelled")
    GONE_ON = "gone_on", _("has gone on")


class Notice(SchoolOwned):
    """提醒: one matter, one person, once."""

    person = SchoolFK(Person, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=NoticeKind)
    title = models.CharField(_("what"), max_length=200)
    url = models.CharField(max_length=200)
    subject_id = models.UUIDField()
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "id")
        constraints = (models.UniqueConstraint(fields=("school", "person", "kind", "subject_id"), name="notices_notice_once"),)
        indexes = (models.Index(fields=("school", "person", "read_at"), name="notices_notice_unread"),)

    class Privacy:
        internal = ("id", "school", "kind", "url", "subject_id", "made_at")
        personal = ("person", "title", "read_at")
