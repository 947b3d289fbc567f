"""A register as this school's programme describes it, and each edition of its steps."""

import json
from datetime import date
from functools import cached_property, lru_cache
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.registers.steps import Course, course_of
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned
from navmark.foundation.ui.languages import spoken


class Register(SchoolOwned):
    """台账: what is kept as a list. It says by circles who adds, keeps and reads. Never deleted: its entries keep their words."""

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    pillar = models.CharField(max_length=60, blank=True)  # the heading under which the programme keeps it; none: without one
    pillar_en = models.CharField(max_length=60, blank=True)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    unit_kind = models.CharField(max_length=16)
    makers = models.JSONField(default=list)  # codes of circles, as in the next two
    keepers = models.JSONField(default=list)
    readers = models.JSONField(default=list)
    roles = models.JSONField(default=list)  # HandRole values: which hands an entry names beside its owner
    owned = models.BooleanField(default=True)  # whether an entry names its owner
    holder = models.CharField(max_length=20, blank=True)  # what the owner is called, where that is another than who adds
    holder_en = models.CharField(max_length=40, blank=True)
    plate = models.JSONField(default=list)  # keys of what hangs on a wall with the owner's name
    numbered = models.BooleanField(default=False)
    paper = models.CharField(max_length=80)
    sheet_title = models.CharField(max_length=60, blank=True)
    tags = models.JSONField(default=list)  # codes of what every entry serves
    campaign = models.CharField(max_length=8, default="never")  # whether one is asked for what else it serves
    runs = models.JSONField(default=list)  # keys of two days on its paper: an entry is itself a campaign, from one to the other
    links = models.JSONField(default=list)  # "occasion:KIND", "entry:REGISTER": what an entry may come from or lean on
    public = models.JSONField(default=list)  # keys of what anybody may read of an entry that a keeper has opened to all
    title_from = models.CharField(max_length=40, blank=True)  # the answer whose first words are the title
    years_kept = models.PositiveSmallIntegerField(null=True, blank=True)  # after an entry is closed
    about_children = models.BooleanField(default=False)
    count_by = models.JSONField(default=list)  # keys of choices on the paper
    coverage = models.CharField(max_length=60, blank=True)  # "unit", "grade", "class", "person:CIRCLE"
    coverage_by = models.CharField(max_length=5, default="month")
    facts = models.JSONField(default=list)  # "NAME", "NAME:STATE", "NAME:open": numbers that it gives of the school
    outcomes = models.BooleanField(default=False)  # whether what came of an entry is gathered from what leans on it
    is_owed = models.BooleanField(default=False)  # whether a cadence asks for its entries
    owed_state = models.CharField(max_length=40, blank=True)  # in which state one counts for it; else once it is added
    programme = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=40, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("register")
        ordering = ("position", "code")
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="registers_register_code"),)

    class Privacy:
        internal = ("id", "school", "code", "position", "pillar", "pillar_en", "title", "title_en", "unit_kind")
        internal += ("makers", "keepers", "readers", "roles", "owned", "numbered", "paper", "sheet_title")
        internal += ("holder", "holder_en", "plate")
        internal += ("programme", "sentence", "active_to", "tags", "campaign", "links", "title_from", "years_kept")
        internal += (
            "about_children",
            "count_by",
            "coverage",
            "coverage_by",
            "facts",
            "runs",
            "public",
            "is_owed",
            "owed_state",
            "outcomes",
        )

    def __str__(self) -> str:
        return self.title

    def is_on(self, day: date) -> bool:
        """Whether something may be added on that day."""
        return self.active_to is None or day <= self.active_to

    @property
    def name(self) -> str:
        """In the reader's language; on paper and in tables the school's own title stands."""
        return spoken(self.title, self.title_en)

    @property
    def heading(self) -> str:
        """Its pillar, likewise."""
        return spoken(self.pillar, self.pillar_en)

    @property
    def owner_word(self) -> str:
        """What its owner is called, likewise."""
        return spoken(self.holder, self.holder_en) or str(_("Owner"))


class RegisterEdition(SchoolOwned):
    """环节版本: states and steps as they stood from one change to the next. An entry goes on under that in which it began."""

    register = SchoolFK(Register, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    states = models.JSONField()  # lists, because a database does not keep the order of keys; see steps.py
    steps = models.JSONField()
    made_by = models.UUIDField(null=True, blank=True)  # nobody: loaded with the programme
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("edition of a register")
        ordering = ("register", "number")
        constraints = (models.UniqueConstraint(fields=("school", "register", "number"), name="registers_edition_number"),)

    class Privacy:
        internal = ("id", "school", "register", "number", "states", "steps", "made_at")
        personal = ("made_by",)

    def __str__(self) -> str:
        return f"{self.register.title} {self.number}"

    @cached_property
    def course(self) -> Course:
        return course_of(json.dumps(self.states), json.dumps(self.steps))


@lru_cache(maxsize=1000)
def course_under(pk: UUID) -> Course:
    """Of this edition, which is written once: asked for once a process. The caller has its id from a row of the school."""
    return RegisterEdition.objects.get(pk=pk).course
