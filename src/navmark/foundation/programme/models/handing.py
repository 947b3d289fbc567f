"""What was handed over, once it is done: the sheet is printed from here, whatever becomes of the things."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class HandOver(SchoolOwned):
    """工作交接: what was open with somebody passed to others, on a day, for a reason. Rows are only added."""

    person = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("from whom"))
    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("hand-over")
        ordering = ("-made_at", "-id")

    class Privacy:
        internal = ("id", "school", "day", "made_by", "made_at")
        personal = ("person", "reason")


class HandOverLine(SchoolOwned):
    """交接事项: one thing as it stood on that day, and who took it over. The words are kept: the thing goes on changing."""

    hand_over = SchoolFK(HandOver, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=60)  # in the school's language
    title = models.CharField(max_length=240)
    standing = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    to = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("to whom"))

    class Meta:
        verbose_name = _("thing handed over")
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("school", "hand_over", "position"), name="programme_hand_over_line"),)

    class Privacy:
        internal = ("id", "school", "hand_over", "position", "sort", "due_on")
        personal = ("title", "standing", "to")
