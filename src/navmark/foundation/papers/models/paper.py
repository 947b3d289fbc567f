"""A paper of the school, and each edition of its questions."""

import json
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.papers.describing import described, reread
from navmark.foundation.papers.description import Description
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


@lru_cache(maxsize=1000)
def _described(fields: str) -> Description:
    """Read once: a register has two hundred answers to the same questions."""
    return reread(json.loads(fields))


@lru_cache(maxsize=1000)
def description_of(pk: UUID) -> Description:
    """What this edition asks: an edition is written once, so it is asked for once a process. The caller has its id from a row
    of the school."""
    return PaperEdition.objects.get(pk=pk).description


class Paper(SchoolOwned):
    """表式: a list of questions that is filled in again and again; its code is how code and data name it."""

    code = models.CharField(max_length=80)
    title = models.CharField(_("title"), max_length=100)

    class Meta:
        verbose_name = _("paper")
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="papers_paper_code"),)

    class Privacy:
        internal = ("id", "school", "code", "title")

    def __str__(self) -> str:
        return self.title


class PaperEdition(SchoolOwned):
    """版本: the questions as they stood from one change to the next. It is written once; a change makes another."""

    paper = SchoolFK(Paper, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    fields = models.JSONField()  # a list of fields with their keys, as describing.as_json writes it
    made_by = models.UUIDField(null=True, blank=True)  # nobody: loaded with the programme
    made_at = models.DateTimeField(_("made at"))
    why = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("edition of a paper")
        ordering = ("paper", "number")
        constraints = (models.UniqueConstraint(fields=("school", "paper", "number"), name="papers_edition_number"),)

    class Privacy:
        internal = ("id", "school", "paper", "number", "fields", "made_at", "why")
        personal = ("made_by",)

    @cached_property
    def description(self) -> Description:
        return _described(json.dumps(self.fields))

    def __str__(self) -> str:
        return f"{self.paper.title} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises Misdescribed for fields that no edition may have."""
        described(self.fields)
        super().save(*args, **kwargs)
