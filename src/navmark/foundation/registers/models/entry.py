"""What stands in a register: the entry, the hands it names, and every step it took."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.models.register import Register, RegisterEdition, course_under
from navmark.foundation.registers.steps import Course, EntryState
from navmark.foundation.tenancy.models import SchoolFK, SchoolManager, SchoolOwned


class StandingEntries(SchoolManager):
    """What stands: not what was taken out."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(removed_at__isnull=True)


class Entry(SchoolOwned):
    """条目: one thing kept in a register. `state` is where its last step led, or the first state of its edition: it changes by
    steps alone. `closed_at` is set while that state is a closed one. One that was taken out (移除) is read through `every`
    alone, until it is brought back or its term is over."""

    register = SchoolFK(Register, models.PROTECT, related_name="entries")
    edition = SchoolFK(RegisterEdition, models.PROTECT, related_name="entries")
    unit = SchoolFK(Unit, models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=120)
    day = models.DateField(_("day"))
    year = models.PositiveSmallIntegerField()  # of `day`, kept beside it because the number is the year's
    number = models.PositiveIntegerField(_("number of the entry"), null=True, blank=True)
    owner = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("owner"))
    others = models.CharField(_("others, by name"), max_length=200, blank=True)  # hands that no list of the school knows
    state = models.CharField(_("state"), max_length=40)
    state_at = models.DateTimeField(_("since"))
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    paper_day = models.DateField(null=True, blank=True)  # 补录: of the paper from which it was typed in
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.UUIDField(null=True, blank=True)
    removed_why = models.CharField(max_length=200, blank=True)

    objects = StandingEntries()
    every = SchoolManager()  # what was taken out too

    class Meta:
        verbose_name = _("entry")
        ordering = ("-day", "-id")
        indexes = (
            # in the order of a list, with what its filter always asks: it is counted and paged without looking at a row
            models.Index(
                fields=("school", "register", "-day", "-id", "year", "closed_at", "removed_at"), name="registers_entry_listed"
            ),
            models.Index(fields=("school", "register", "state"), name="registers_entry_state"),
        )  # fmt: skip
        constraints = (
            models.UniqueConstraint(
                fields=("school", "register", "unit", "year", "number"),
                condition=Q(number__isnull=False, removed_at__isnull=True),
                name="registers_entry_number",
            ),
        )  # fmt: skip

    class Privacy:
        internal = ("id", "school", "register", "edition", "unit", "day", "year", "number", "state", "state_at", "made_by")
        internal += ("made_at", "closed_at", "paper_day", "removed_at", "removed_by")
        personal = ("title", "owner", "others", "removed_why")

    def __str__(self) -> str:
        return self.title

    @property
    def course(self) -> Course:
        """What it goes through: for a list without the row of its edition."""
        return self.edition.course if Entry.edition.field.is_cached(self) else course_under(self.edition_id)

    @property
    def standing(self) -> EntryState:
        return self.course.state(self.state)

    @property
    def ended_at(self) -> datetime | None:
        """Since when nothing is taken away. Where no step leads anywhere, what is written and attached may always be mended."""
        return self.closed_at if self.course.steps else None

    @property
    def takes_answers(self) -> bool:
        return self.ended_at is None


class HandRole(models.TextChoices):
    """As what somebody stands on an entry."""

    AUTHOR = "author", _("author")
    HELPER = "helper", _("helper")
    ABOUT = "about", _("about whom")


class Hand(SchoolOwned):
    """参与人: somebody who stands on an entry as its author, helper, or whom it is about."""

    entry = SchoolFK(Entry, models.CASCADE, related_name="hands")
    person = SchoolFK(Person, models.PROTECT, related_name="+")
    role = models.CharField(_("as what"), max_length=8, choices=HandRole)

    class Meta:
        verbose_name = _("hand")
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("school", "entry", "person", "role"), name="registers_hand_once"),)

    class Privacy:
        internal = ("id", "school", "entry", "role")
        personal = ("person",)


class Move(SchoolOwned):
    """办理记录: one step that an entry took. Rows are only added; one that was taken back says when."""

    entry = SchoolFK(Entry, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=40)
    words = models.CharField(max_length=60)  # of the button, in the school's language: a step may be gone later
    was = models.CharField(max_length=40)
    became = models.CharField(max_length=40)
    was_at = models.DateTimeField()
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.UUIDField()
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("step taken")
        ordering = ("at", "id")

    class Privacy:
        internal = ("id", "school", "entry", "step", "words", "was", "became", "was_at", "at", "undone_at")
        personal = ("note", "by")
