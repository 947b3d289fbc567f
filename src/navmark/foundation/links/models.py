"""Tags with the campaigns among them, and the links between things."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned
from navmark.foundation.ui.languages import spoken


class Tag(SchoolOwned):
    """标签: a word under which the school gathers what it does. One with days is a campaign (专项). `thing`: whose days they are,
    where a thing of the school is itself the campaign; `of`: what others call that thing by, "entry:campaign"."""

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    from_day = models.DateField(_("from"), null=True, blank=True)
    to_day = models.DateField(_("to"), null=True, blank=True)
    of = models.CharField(max_length=60, blank=True)
    thing = models.UUIDField(null=True, blank=True)
    programme = models.CharField(max_length=40, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("tag")
        ordering = ("position", "code")
        constraints = (
            models.UniqueConstraint(fields=("school", "code"), name="links_tag_code"),
            models.UniqueConstraint(fields=("school", "thing"), condition=Q(thing__isnull=False), name="links_tag_thing_once"),
            models.CheckConstraint(
                condition=Q(from_day__isnull=True, to_day__isnull=True) | Q(from_day__lte=models.F("to_day")),
                name="links_tag_days",
            ),
        )

    class Privacy:
        internal = ("id", "school", "code", "position", "title", "title_en", "from_day", "to_day", "of", "thing", "programme")
        internal += ("active_to",)

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """In the reader's language."""
        return spoken(self.title, self.title_en)

    @property
    def is_campaign(self) -> bool:
        return self.from_day is not None

    def is_open_on(self, day: date) -> bool:
        """Whether something of that day may carry it."""
        ends = min((one for one in (self.to_day, self.active_to) if one), default=None)
        return (self.from_day is None or self.from_day <= day) and (ends is None or day <= ends)


class Tie(SchoolOwned):
    """关联: from one thing to a tag, or to another thing. A thing is the kind of its row and its id: the rooms stand below.
    `carried_from`: the campaign that left it open, from which it came into this one (结转)."""

    kind = models.CharField(max_length=60)
    thing = models.UUIDField()
    tag = SchoolFK(Tag, models.PROTECT, null=True, blank=True, related_name="links")
    carried_from = SchoolFK(Tag, models.PROTECT, null=True, blank=True, related_name="carried")
    to_kind = models.CharField(max_length=60, blank=True)
    to_thing = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name = _("link")
        ordering = ("id",)
        indexes = (models.Index(fields=("school", "to_thing"), name="links_tie_to"),)
        constraints = (
            models.UniqueConstraint(fields=("school", "thing", "tag"), condition=Q(tag__isnull=False), name="links_tie_tag_once"),
            models.UniqueConstraint(
                fields=("school", "thing", "to_thing"), condition=Q(to_thing__isnull=False), name="links_tie_thing_once"
            ),
            models.CheckConstraint(
                condition=Q(tag__isnull=False, to_thing__isnull=True, to_kind="")
                | (Q(tag__isnull=True, to_thing__isnull=False) & ~Q(to_kind="")),
                name="links_tie_leads_to_one",
            ),
            models.CheckConstraint(
                condition=Q(carried_from__isnull=True) | (Q(tag__isnull=False) & ~Q(tag=models.F("carried_from"))),
                name="links_tie_carried_on",
            ),
        )

    class Privacy:
        internal = ("id", "school", "kind", "thing", "tag", "carried_from", "to_kind", "to_thing")
