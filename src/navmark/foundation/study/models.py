"""Hours of study that no roll of an occasion tells: made up later, at a course elsewhere, or known before the product."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class HowStudied(models.TextChoices):
    MADE_UP = "made_up", _("made up")
    COURSE = "course", _("course")
    BEFORE = "before", _("noted before")


class NotedStudy(SchoolOwned):
    """补登学时: one line a person. What was made up (补学) names the session that was missed; a course (集中培训) was held
    elsewhere; what was noted before was kept on paper until the school began here, or where she came from."""

    person = SchoolFK(Person, models.CASCADE, related_name="+")
    how = models.CharField(max_length=8, choices=HowStudied)
    missed = SchoolFK(Activity, models.CASCADE, null=True, blank=True, related_name="+")
    on = models.DateField(_("day of study"))
    hours = models.DecimalField(_("hours of study"), max_digits=4, decimal_places=1)
    what = models.CharField(_("what was studied"), max_length=120)
    noted_by = models.UUIDField()
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("noted study")
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("school", "person", "missed"), condition=Q(missed__isnull=False), name="study_made_up_once"
            ),
            models.UniqueConstraint(fields=("school", "person", "on"), condition=Q(how="before"), name="study_before_once"),
            models.CheckConstraint(
                condition=Q(how="made_up", missed__isnull=False) | (~Q(how="made_up") & Q(missed__isnull=True)),
                name="study_missed_what",
            ),
        )

    class Privacy:
        internal = ("id", "school", "missed", "noted_by", "noted_at")
        personal = ("person", "how", "on", "hours", "what")
