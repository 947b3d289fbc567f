"""Lessons and themed days: what their sheets ask beyond the roll."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned
from navmark.pillars.demonstration.branch_life.models.part import one_a_part


class LectureNote(SchoolOwned):
    """党课记录: what the lecture's sheet asks beyond the roll."""

    part = SchoolFK(Part, models.CASCADE, related_name="lecture_notes")
    lecturer = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lecturer"))
    guest_lecturer = models.CharField(_("lecturer from outside"), max_length=60, blank=True)
    form = models.CharField(_("form"), max_length=40, blank=True)  # 讲授, 研讨, 观影, 现场教学
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1, null=True, blank=True)
    outline = models.TextField(_("outline"), blank=True)
    discussion = models.TextField(_("discussion"), blank=True)
    make_up = models.TextField(_("make-up for those absent"), blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (one_a_part("lecture"),)

    class Privacy:
        internal = ("id", "school", "part", "form", "hours", "outline", "revision")
        personal = ("lecturer", "guest_lecturer", "discussion", "make_up")


class ThemeDayNote(SchoolOwned):
    """主题党日记录: dues as two numbers only, the account of the day, what was agreed."""

    part = SchoolFK(Part, models.CASCADE, related_name="theme_day_notes")
    dues_expected = models.PositiveSmallIntegerField(_("members due to pay"), null=True, blank=True)
    dues_paid = models.PositiveSmallIntegerField(_("members who paid"), null=True, blank=True)
    account = models.TextField(_("account of the day"), blank=True)
    agreed = models.TextField(_("what was agreed"), blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            one_a_part("theme_day"),
            models.CheckConstraint(
                condition=models.Q(dues_paid__isnull=True)
                | models.Q(dues_expected__isnull=True)
                | models.Q(dues_paid__lte=models.F("dues_expected")),
                name="branch_life_dues_paid_of_expected",
            ),
        )

    class Privacy:
        internal = ("id", "school", "part", "dues_expected", "dues_paid", "agreed", "revision")
        personal = ("account",)


class Segment(SchoolOwned):
    """环节: 誓词, 党章, 学习, 微党课 (fixed), 议事, 服务 (optional); who leads it, on what."""

    part = SchoolFK(Part, models.CASCADE, related_name="segments")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("segment"), max_length=60)
    optional = models.BooleanField(_("chosen by the branch"), default=False)
    leader = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("led by"))
    topic = models.CharField(_("topic"), max_length=120, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("school", "part", "position"), name="branch_life_segment_position"),)

    class Privacy:
        internal = ("id", "school", "part", "position", "name", "optional", "topic")
        personal = ("leader",)
