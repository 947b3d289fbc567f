"""Rows that are true for a time: from a day (or as long as we know) to a day (or still), both included."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.changes import Before, Change
from navmark.foundation.people.refusals import EndsBeforeItBegins
from navmark.foundation.tenancy.models import SchoolManager, SchoolOwned, SchoolQuerySet


def true_on(day: date, *, path: str = "") -> Q:
    """The condition "true on `day`" for a dated row, or for one reached over `path` ("person__posts__")."""
    begun = Q(**{f"{path}from_day__isnull": True}) | Q(**{f"{path}from_day__lte": day})
    not_over = Q(**{f"{path}to_day__isnull": True}) | Q(**{f"{path}to_day__gte": day})
    return begun & not_over


class DatedQuerySet(SchoolQuerySet):
    def on(self, day: date) -> Self:
        return self.filter(true_on(day))

    def not_after(self, day: date) -> Self:
        """Rows that have begun by `day`."""
        return self.filter(Q(from_day__isnull=True) | Q(from_day__lte=day))


class Dated(SchoolOwned):
    from_day = models.DateField(_("from"), null=True, blank=True)
    to_day = models.DateField(_("to"), null=True, blank=True)

    objects = SchoolManager.from_queryset(DatedQuerySet)()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(from_day__isnull=True) | Q(to_day__isnull=True) | Q(to_day__gte=models.F("from_day")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
        )

    def is_true_on(self, day: date) -> bool:
        return (self.from_day is None or self.from_day <= day) and (self.to_day is None or self.to_day >= day)

    def outweighs(self, other: Self) -> bool:
        """Of two rows that say the same of one person, who stood there twice: the one that has been true for longer stays."""
        return (self.from_day or date.min) < (other.from_day or date.min)

    def end_on(self, last_day: date) -> list[Change]:
        """Let the row end on that day; what this changed, for the trail. Raises EndsBeforeItBegins."""
        if self.from_day is not None and self.from_day > last_day:
            raise EndsBeforeItBegins
        before = Before(self, "to_day")
        self.to_day = last_day
        self.save(update_fields=["to_day"])
        return before.changes(self)

    def end_before(self, day: date) -> None:
        """Let the row end on the eve of `day`; a row that would then never have been true is removed."""
        eve = day - timedelta(days=1)
        if self.from_day is not None and self.from_day > eve:
            self.delete()
            return
        self.to_day = eve
        self.save(update_fields=["to_day"])
