"""What was taken out of an open record, kept to be brought back."""

from django.db import models

from navmark.foundation.activities.models.activity import Activity
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Removed(SchoolOwned):
    """已删除: rows that went together, as JSON, and which rows pointed to them. Gone for ever once the record is locked."""

    activity = SchoolFK(Activity, models.CASCADE, related_name="removed")
    what = models.CharField(max_length=200)  # in words
    rows = models.TextField()  # as Django's serializer writes them
    links = models.JSONField(default=list)  # [model label, id, field, id it pointed to]
    by = models.UUIDField()
    at = models.DateTimeField()
    is_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-id")

    class Privacy:
        internal = ("id", "school", "activity", "by", "at", "is_back")
        personal = ("what", "rows", "links")
