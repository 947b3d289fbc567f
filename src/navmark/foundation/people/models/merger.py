"""Two rows that turned out to be one person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models.person import Person
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Merger(SchoolOwned):
    """人员合并: the row `gone` became the row `kept`. `memory` (sealed JSON, see merging/memory.py) tells them apart again; it is
    forgotten when the day is over. The name stays, for the trail, which says `gone` for ever."""

    as_written = ("memory",)

    kept = SchoolFK(Person, models.CASCADE, related_name="+")
    gone = models.UUIDField()
    gone_name = models.CharField(max_length=60)
    memory = EncryptedTextField(null=True, blank=True)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    parted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("merging of two rows")
        ordering = ("-made_at", "-id")
        indexes = (models.Index(fields=("school", "gone"), name="people_merger_gone"),)

    class Privacy:
        internal = ("id", "school", "made_by", "made_at", "parted_at")
        personal = ("kept", "gone", "gone_name")
        sensitive = ("memory",)
