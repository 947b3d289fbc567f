"""What is attached to what. The bytes lie in the data folder's files; the row knows where, and their digest."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.tenancy.models import SchoolOwned


class FileKind(models.TextChoices):
    SIGNED_SHEET = "signed_sheet", _("signed original of the sign-in sheet")
    SCRIPT = "script", _("text of the lecture")
    MATERIAL = "material", _("papers of the meeting")
    PHOTOGRAPH = "photograph", _("photograph")
    OTHER = "other", pgettext_lazy("file", "other")


class Attachment(SchoolOwned):
    """附件: one file of one owner, which is named by kind and id, because any room's row may own one."""

    owner_kind = models.CharField(max_length=60)
    owner_id = models.UUIDField()
    kind = models.CharField(_("what it is"), max_length=20, choices=FileKind, default=FileKind.OTHER)
    place = models.CharField(max_length=90, blank=True)  # the question of the owner's paper that it answers; of a part PART.KEY
    name = models.CharField(_("file name"), max_length=100)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("size"))  # bytes
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=200)  # within the storage; no name of a person is in it
    uploaded_by = models.UUIDField()
    uploaded_at = models.DateTimeField(_("uploaded at"))
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True, db_index=True)  # comes back the same day, then goes

    class Meta:
        verbose_name = _("attachment")
        ordering = ("uploaded_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("school", "owner_kind", "owner_id", "sha256"), name="attachments_attachment_once"),
        )

    class Privacy:
        internal = (
            "id",
            "school",
            "owner_kind",
            "owner_id",
            "kind",
            "place",
            "media_type",
            "size",
            "sha256",
            "path",
            "uploaded_at",
            "removed_at",
        )
        personal = ("uploaded_by",)
        sensitive = ("name",)  # whoever named the file may have named a child

    def __str__(self) -> str:
        return self.name
