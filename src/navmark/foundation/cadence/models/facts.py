"""What was done or decided about a duty, and up to where duties were made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.cadence.models.duty import Duty
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Fulfilment(SchoolOwned):
    """完成: one thing that counts towards a duty, and the day on which it was done."""

    duty = SchoolFK(Duty, models.CASCADE, related_name="fulfilments")
    source_kind = models.CharField(max_length=40)
    source_id = models.UUIDField()
    done_on = models.DateField()
    noted_by = models.UUIDField()
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ("done_on", "id")
        constraints = (
            models.UniqueConstraint(fields=("school", "duty", "source_kind", "source_id"), name="cadence_fulfilment_source_once"),
        )
        indexes = (models.Index(fields=("school", "source_id"), name="cadence_fulfilment_source"),)

    class Privacy:
        internal = ("id", "school", "duty", "source_kind", "source_id", "done_on", "noted_by", "noted_at")


class Excuse(SchoolOwned):
    """本期无需 · 免于参加: somebody decided, with a reason, that this duty is not needed this time."""

    duty = SchoolFK(Duty, models.CASCADE, related_name="excuses")
    reason = models.CharField(_("reason"), max_length=200)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "duty"), name="cadence_excuse_once"),)

    class Privacy:
        internal = ("id", "school", "duty", "by", "at")
        personal = ("reason",)


class Swept(SchoolOwned):
    """生成进度: up to where this school's duties were made: the day, and the last entry of the trail that was seen."""

    on = models.DateField()
    entry_id = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school",), name="cadence_swept_once"),)

    class Privacy:
        internal = ("id", "school", "on", "entry_id")
