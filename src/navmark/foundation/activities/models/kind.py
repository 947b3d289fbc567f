"""A kind of activity as this school's programme describes it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolOwned


class ActivityKind(SchoolOwned):
    """活动类型: what a kind is called, who holds it, and by circles who is concerned. `kinds.py` reads it.

    `programme` and `sentence` say where it comes from. It is never deleted: what was held of it keeps its words.
    """

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    unit_kind = models.CharField(max_length=16)
    expected = models.JSONField(default=list)  # codes of circles, as in the next five
    voters = models.JSONField(default=list)
    planners = models.JSONField(default=list)
    keepers = models.JSONField(default=list)
    overseers = models.JSONField(default=list)
    readers = models.JSONField(default=list)
    counted = models.BooleanField(default=False)
    numbered = models.BooleanField(default=False)
    line = models.BooleanField(default=False)
    paper = models.CharField(max_length=80, blank=True)
    sheet_title = models.CharField(max_length=60, blank=True)
    joins = models.JSONField(default=list)  # codes of the kinds in whose gathering it may be a part
    tags = models.JSONField(default=list)  # codes of what every occasion of it serves
    programme = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=40, blank=True)
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("kind of activity")
        ordering = ("position", "code")
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="activities_activitykind_code"),)

    class Privacy:
        internal = ("id", "school", "code", "position", "title", "title_en", "unit_kind", "expected", "voters", "planners")
        internal += ("keepers", "overseers", "readers", "counted", "numbered", "line", "paper", "sheet_title", "programme")
        internal += ("sentence", "active_from", "active_to", "tags", "joins")

    def __str__(self) -> str:
        return self.title
