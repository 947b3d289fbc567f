"""Which programme a school has, and from which files its rows were made."""

from django.db import models

from navmark.foundation.tenancy.models import SchoolOwned


class LoadedProgramme(SchoolOwned):
    """工作方案: a school has one; the same files again change nothing. `name` is the key under which its pages are kept,
    whichever of those that ship it follows."""

    name = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)  # of what is in force
    shipped = models.CharField(max_length=64, blank=True)  # of the files that came with the product when it was last asked for
    follows = models.CharField(max_length=40, blank=True)  # the one that ships of which it is told what is newer; empty: its name
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "name"), name="programme_loadedprogramme_once"),)

    class Privacy:
        internal = ("id", "school", "name", "digest", "shipped", "follows", "loaded_at")

    @property
    def source(self) -> str:
        return self.follows or self.name
