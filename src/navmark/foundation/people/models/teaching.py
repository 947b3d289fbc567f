"""任课: who teaches what in which class."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models.person import Person
from navmark.foundation.people.models.unit import Unit
from navmark.foundation.tenancy.models import SchoolFK


class Teaching(Dated):
    """任课: this person teaches this subject in this class for a time. Two may share a subject; one may teach several."""

    person = SchoolFK(Person, models.CASCADE, related_name="teaching")
    unit = SchoolFK(Unit, models.CASCADE, related_name="teaching")
    subject = models.CharField(_("subject taught"), max_length=20)

    class Meta(Dated.Meta):
        ordering = ("subject", "id")
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person", "unit", "subject"), condition=Q(to_day__isnull=True), name="people_teaching_one_open"
            ),
        )
        indexes = (models.Index(fields=("school", "unit", "person"), name="people_teaching_unit"),)

    class Privacy:
        internal = ("id", "school", "person", "unit", "subject", "from_day", "to_day")
