"""What was filled in."""

import json
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.models.paper import PaperEdition, description_of
from navmark.foundation.sealing.fields import EncryptedTextField, is_readable
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Answers(SchoolOwned):
    """填写内容: the answers of one source to one edition; what is sensitive among them is sealed.

    The source (an occasion, an entry) is named by kind and id, because any room's row may have a paper.
    """

    source_kind = models.CharField(max_length=60)
    source_id = models.UUIDField()
    edition = SchoolFK(PaperEdition, models.PROTECT, related_name="answers")
    open = models.JSONField(_("answers"), default=dict)  # key -> what its type keeps
    sealed = EncryptedTextField(_("sealed answers"), blank=True, default="")  # JSON: key -> what its type keeps
    revision = models.PositiveIntegerField(default=0)  # of the autosave
    written_by = models.UUIDField(null=True, blank=True)
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("answers")
        constraints = (models.UniqueConstraint(fields=("school", "source_kind", "source_id"), name="papers_answers_of_source"),)

    class Privacy:
        internal = ("id", "school", "source_kind", "source_id", "edition", "revision", "written_at")
        personal = ("open", "written_by")
        sensitive = ("sealed",)

    @property
    def is_readable(self) -> bool:
        """False where the key of the sealed answers is not at hand."""
        return is_readable(self.sealed)

    @property
    def description(self) -> Description:
        """What was asked: for a list without the row of its edition."""
        return self.edition.description if PaperEdition.answers.field.is_cached(self) else description_of(self.edition_id)

    @cached_property
    def values(self) -> Values:
        """By key; sealed answers that cannot be read are left out (see `is_readable`)."""
        return self.description.restored(self.open, json.loads(self.sealed) if self.sealed and self.is_readable else {})
