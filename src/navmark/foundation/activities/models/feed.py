"""The calendar feed's secret address."""

from django.db import models

from navmark.foundation.people.models import Person
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class FeedKey(SchoolOwned):
    """日程订阅地址: whoever has it sees this person's activities, so it is random, can be renewed, and is sealed."""

    person = SchoolFK(Person, models.CASCADE, related_name="feed_keys")
    token = EncryptedTextField()
    token_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "person"), name="activities_feedkey_one"),)
        indexes = (models.Index(fields=("token_digest",), name="activities_feedkey_digest"),)

    class Privacy:
        internal = ("id", "school", "made_at")
        personal = ("person",)
        sensitive = ("token", "token_digest")
