"""A heading of the programme as a column of the term plan."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolOwned
from navmark.foundation.ui.languages import spoken


class PlanColumn(SchoolOwned):
    """配档栏: a heading under which the programme keeps its pages, and what stands there. Never deleted: its lines are read."""

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    kinds = models.JSONField(default=list)  # codes of the kinds of activity kept there
    rotas = models.JSONField(default=list)  # codes of the rotas that stand by themselves
    registers = models.JSONField(default=list)  # codes, as in the next
    pledges = models.JSONField(default=list)
    programme = models.CharField(max_length=40, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("column of the term plan")
        ordering = ("position", "code")
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="termplan_column_code"),)

    class Privacy:
        internal = ("id", "school", "code", "position", "title", "title_en", "kinds", "rotas", "registers", "pledges")
        internal += ("programme", "active_to")

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """In the reader's language."""
        return spoken(self.title, self.title_en)
