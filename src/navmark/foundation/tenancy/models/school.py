"""Schools, and the authority above them."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from navmark.foundation.tenancy.scope import within


class District(models.Model):
    """区: the authority above schools."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=100)

    class Privacy:
        public = ("id", "name")

    def __str__(self) -> str:
        return self.name


class School(models.Model):
    """学校: owner of rows. Nothing before `in_use_since` is ever late.

    `headings`: code, title and English title of each heading under which its work stands, in their order, and the codes of what
    stands there by their noun. Every page's frame names them and marks where it stands, and has the school at hand.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True)
    name = models.CharField(_("name"), max_length=100)
    in_use_since = models.DateField(_("in use since"))
    is_demo = models.BooleanField(default=False)
    headings = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Privacy:
        public = ("id", "district", "name", "in_use_since", "is_demo", "headings", "created_at")

    def __str__(self) -> str:
        return self.name


def each_school() -> Iterable[School]:
    """Every school in turn, with its door open: for the minute tick and commands."""
    for school in School.objects.order_by("id"):
        with within(school):
            yield school
