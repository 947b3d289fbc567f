"""The pages of the school's programme, each edition of them, and what came with the product."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class PageEdition(SchoolOwned):
    """方案版本: a file of the programme as it stood from one change to the next. The newest is in force; kinds, registers and
    papers are what was made of it."""

    programme = models.CharField(max_length=40)
    file = models.CharField(max_length=100)  # "experience/flag_speech.toml"
    number = models.PositiveIntegerField()
    text = models.TextField(_("page of the programme"), blank=True)  # empty: described no more
    why = models.CharField(_("reason"), max_length=300, blank=True)
    made_by = models.UUIDField(null=True, blank=True)  # nobody: it came with the product
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("edition of a page")
        ordering = ("file", "number")
        constraints = (models.UniqueConstraint(fields=("school", "programme", "file", "number"), name="programme_page_edition"),)

    class Privacy:
        internal = ("id", "school", "programme", "file", "number", "text", "why", "made_at")
        personal = ("made_by",)

    def __str__(self) -> str:
        return f"{self.file} {self.number}"


class ShippedPage(SchoolOwned):
    """随产品来的一页: as the school last took it or answered it. What is shipped now is compared with this."""

    programme = models.CharField(max_length=40)
    file = models.CharField(max_length=100)
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "programme", "file"), name="programme_shipped_once"),)

    class Privacy:
        internal = ("id", "school", "programme", "file", "text")


class ProgrammeDraft(SchoolOwned):
    """方案草稿: a programme that was brought back, between its preview and its adoption. Gone after a week."""

    file_name = models.CharField(max_length=200, blank=True)
    follows = models.CharField(max_length=40, blank=True)  # a programme that ships, chosen as a whole
    texts = models.JSONField()  # file -> text
    made_by = SchoolFK(Person, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Privacy:
        internal = ("id", "school", "file_name", "follows", "texts", "made_at", "expires_at")
        personal = ("made_by",)
