"""What a school was told about its dates: by the city about terms, by the state about days off."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.holidays import YearNotice
from navmark.foundation.almanac.terms import TermDates
from navmark.foundation.tenancy.models import SchoolOwned


class Term(SchoolOwned):
    """学期: one of the two terms of the school year (September to August) that begins in `year`."""

    class Number(models.IntegerChoices):
        FIRST = 1, _("first term")
        SECOND = 2, _("second term")

    year = models.PositiveSmallIntegerField(_("school year begins in"))
    number = models.PositiveSmallIntegerField(_("school term"), choices=Number)
    starts_on = models.DateField(_("first day of term"))
    ends_on = models.DateField(_("last day of term"))
    provisional = models.BooleanField(_("not yet confirmed"), default=False)

    class Meta:
        verbose_name = _("school term")
        ordering = ("year", "number")
        constraints = (
            models.UniqueConstraint(fields=("school", "year", "number"), name="almanac_one_term_each"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="almanac_term_ends_after_start"),
            models.CheckConstraint(condition=Q(number__in=(1, 2)), name="almanac_two_terms"),
        )

    class Privacy:
        public = ("id", "school", "year", "number", "starts_on", "ends_on", "provisional")

    def __str__(self) -> str:
        return self.dates.period.label()

    @property
    def dates(self) -> TermDates:
        return TermDates(self.year, self.number, self.starts_on, self.ends_on, self.provisional)


class HolidayNotice(SchoolOwned):
    """放假通知: one year's days off and make-up days as this school pasted them, for a year newer than the product."""

    year = models.PositiveSmallIntegerField(_("year"))
    days = models.JSONField(_("days off and worked"))
    source = models.TextField(_("text of the notice"))

    class Meta:
        verbose_name = _("holiday notice")
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("school", "year"), name="almanac_one_notice_a_year"),)

    class Privacy:
        public = ("id", "school", "year", "days", "source")

    def __str__(self) -> str:
        return str(self.year)

    @property
    def notice(self) -> YearNotice:
        return YearNotice.from_json(self.year, self.days)
