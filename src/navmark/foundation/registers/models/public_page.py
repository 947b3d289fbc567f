"""What the public may read of an entry, word for word as somebody has approved it."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.registers.models.entry import Entry
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class PublicPage(SchoolOwned):
    """公开页: a page that opens without a login to whoever has its address, which stands as a QR code on a wall. It holds its own
    words: what is corrected later is not public until it is approved again. Taken back it keeps its address, for the wall."""

    entry = SchoolFK(Entry, models.CASCADE, related_name="public_pages")
    token = models.CharField(max_length=32)
    title = models.CharField(max_length=120)
    said = models.JSONField(default=list)  # [key, label, words]
    pictures = models.JSONField(default=list)  # [key, id of the file]
    changed_on = models.DateField(_("refreshed on"))
    approved_by = models.UUIDField()
    approved_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("public page")
        indexes = (models.Index(fields=("token",), name="registers_public_token"),)
        constraints = (
            models.UniqueConstraint(fields=("school", "entry"), name="registers_public_one"),
            models.UniqueConstraint(fields=("school", "token"), name="registers_public_address"),
        )

    class Privacy:
        public = ("token", "title", "said", "pictures", "changed_on")
        internal = ("id", "school", "entry", "approved_at", "withdrawn_at")
        personal = ("approved_by",)

    def __str__(self) -> str:
        return self.title

    @property
    def lines(self) -> list[tuple[str, str]]:
        """(label, words) of what its register still makes public; the caller has read the register with it."""
        return [(label, words) for key, label, words in self.said if key in self.entry.register.public]

    @property
    def shows(self) -> list[str]:
        """The ids of the pictures that its register still makes public."""
        return [pk for key, pk in self.pictures if key in self.entry.register.public]

    def says(self, title: str, said: list[Any], pictures: list[Any], changed_on: date) -> bool:
        """Whether it stands, and says and shows this."""
        now = (self.title, self.said, self.pictures, self.changed_on)
        return self.withdrawn_at is None and now == (title, said, pictures, changed_on)
