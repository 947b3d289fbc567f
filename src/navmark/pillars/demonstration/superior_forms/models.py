"""套表: a superior's form as it came, and what its blanks ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolOwned

FORM = "superior_forms.superiorform"  # as the trail and the attachments name one
TYPED, EMPTY = "typed", "empty"  # sources of a blank that the school does not know


class SuperiorForm(SchoolOwned):
    """套表. `sources`: place -> code of what the school knows (known.py); `typed`: place -> what was typed there last time."""

    title = models.CharField(_("title"), max_length=120)
    sources = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    kept_by = models.UUIDField()
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = _("superior's form")
        ordering = ("-kept_at", "-id")

    class Privacy:
        internal = ("id", "school", "title", "sources", "kept_at")
        personal = ("typed", "kept_by")

    def __str__(self) -> str:
        return self.title
