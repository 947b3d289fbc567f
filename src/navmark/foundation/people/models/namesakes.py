"""Two rows that look like one person and are two."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models.person import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Namesakes(SchoolOwned):
    """同名两人: somebody has looked, and they are not one person. `alike`: in what they looked like one on that day, by the names
    of the fields: alike in more than that, they are proposed again. Taken back, the row is gone; the trail tells of both."""

    two_people = (("one", "other"),)

    one = SchoolFK(Person, models.CASCADE, related_name="+")
    other = SchoolFK(Person, models.CASCADE, related_name="+")
    alike = models.JSONField(default=list)
    said_by = models.UUIDField()
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("two people of one name")
        ordering = ("-said_at", "-id")
        constraints = (models.UniqueConstraint(fields=("school", "one", "other"), name="people_namesakes_once"),)

    class Privacy:
        internal = ("id", "school", "alike", "said_by", "said_at")
        personal = ("one", "other")
