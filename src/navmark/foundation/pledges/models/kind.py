"""A kind of pledge as this school's programme describes it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolOwned
from navmark.foundation.ui.languages import spoken


class PledgeKind(SchoolOwned):
    """认领事项: what may be taken on, by whom, and how often a word of it is due. Never deleted: its pledges keep their words."""

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    unit_kind = models.CharField(max_length=16)  # of the units that keep it: circles stand around one of these
    about = models.JSONField(default=list)  # "unit:grade", "person:staff", "entry:wishes": see about.py
    takers = models.JSONField(default=list)  # codes of circles, as in the next two
    keepers = models.JSONField(default=list)
    readers = models.JSONField(default=list)
    sole = models.BooleanField(default=False)  # whether one person alone may hold each
    every = models.CharField(max_length=12, blank=True)  # the period for which a word is due; none: never
    button = models.CharField(max_length=60, blank=True)
    button_en = models.CharField(max_length=60, blank=True)
    holder = models.CharField(max_length=60, blank=True)  # what its holder is called
    holder_en = models.CharField(max_length=60, blank=True)
    paper = models.CharField(max_length=80)
    sheet_title = models.CharField(max_length=60, blank=True)
    programme = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=40, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("kind of pledge")
        ordering = ("position", "code")
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="pledges_kind_code"),)

    class Privacy:
        internal = ("id", "school", "code", "position", "title", "title_en", "unit_kind", "about", "takers", "keepers")
        internal += ("readers", "sole", "every", "button", "button_en", "holder", "holder_en", "paper", "sheet_title")
        internal += ("programme", "sentence", "active_to")

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """In the reader's language; on paper and in tables the school's own title stands."""
        return spoken(self.title, self.title_en)

    @property
    def take_words(self) -> str:
        return spoken(self.button, self.button_en) or str(_("Take it on"))

    @property
    def holder_words(self) -> str:
        return spoken(self.holder, self.holder_en) or str(_("Taken on by"))
