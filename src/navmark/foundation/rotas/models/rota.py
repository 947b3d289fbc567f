"""A rota as this school's programme describes it, and what its keepers chose for each unit that holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.owing import Subject
from navmark.foundation.rotas.order import Order
from navmark.foundation.rotas.stretches import Recurrence
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned
from navmark.foundation.ui.languages import spoken

CLASSES, LIST, OF_UNITS = "classes", "list", "unit:"  # of `among`; any other word is a circle


@dataclass(frozen=True)
class Slot:
    """One place of a period."""

    post: str
    shift: str
    place: int


class Rota(SchoolOwned):
    """轮值: among whom something goes round. `activity_kind`, `field`: of which activity, and which field of its paper it fills.

    `posts`: (key, words, perhaps English); `shifts`: (key, {words, words_en, hours, checklist}); lists, since a database keeps no
    order of keys.
    Never deleted: its turns keep their words.
    """

    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    title_en = models.CharField(max_length=60, blank=True)
    unit_kind = models.CharField(max_length=16)
    among = models.CharField(max_length=40)
    order = models.CharField(max_length=8, choices=Order)
    every = models.CharField(max_length=12, choices=Recurrence)
    weeks = models.JSONField(default=list, blank=True)  # of a term, by their numbers; none: each
    places = models.PositiveSmallIntegerField(default=1)
    posts = models.JSONField(default=list)
    shifts = models.JSONField(default=list)
    ahead = models.PositiveSmallIntegerField(default=4)
    confirmed = models.BooleanField(default=True)  # by the keeper; else a turn that is proposed counts at once
    checklist = models.JSONField(default=list)
    hands_over = models.BooleanField(default=False)  # each turn ends with a word, which the next reads before it begins
    during = models.CharField(max_length=40, blank=True)  # the register whose entries are campaigns: turns only while one runs
    keepers = models.JSONField(default=list)  # codes of circles, as in the next
    readers = models.JSONField(default=list)
    activity_kind = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=40, blank=True)
    as_of = models.DateField(null=True, blank=True)  # from which day turns are given by what stands here; before it, as they were
    programme = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=40, blank=True)
    active_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("rota")
        ordering = ("position", "code")
        constraints = (models.UniqueConstraint(fields=("school", "code"), name="rotas_rota_code"),)

    class Privacy:
        internal = (
            "id",
            "school",
            "code",
            "position",
            "title",
            "title_en",
            "unit_kind",
            "among",
            "order",
            "every",
            "weeks",
            "places",
        )
        internal += ("posts", "shifts", "ahead", "confirmed", "checklist", "keepers", "readers", "activity_kind", "field")
        internal += ("hands_over", "during", "as_of")
        internal += ("programme", "sentence", "active_to")

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """In the reader's language; on paper and in tables the school's own title stands."""
        return spoken(self.title, self.title_en)

    @property
    def of_units(self) -> str:
        """The kind of units that take turns; empty where people do, or where the list says it."""
        return "class" if self.among == CLASSES else self.among.removeprefix(OF_UNITS) if OF_UNITS in self.among else ""

    @property
    def rests(self) -> bool:
        """Whether nobody has a turn in a month of holidays: of what a unit of the school does."""
        return Subject(f"unit:{self.unit_kind}").rests

    @property
    def when(self) -> dict[str, Any]:
        """Which of its periods count, as `stretches` asks."""
        return {"rests": self.rests, "weeks": self.weeks}

    @property
    def slots(self) -> list[Slot]:
        """The places of one period, in their order."""
        posts, shifts = ([key for key, *_said in some] or [""] for some in (self.posts, self.shifts))
        return [Slot(post, shift, place) for shift in shifts for post in posts for place in range(1, self.places + 1)]

    def post_called(self, key: str) -> str:
        """In the reader's language, as its shifts are."""
        words = next((said for code, *said in self.posts if code == key), (key,))
        return spoken(words[0], words[-1])

    def shift_called(self, key: str) -> str:
        """早班 7:20—8:00; a key that is no more is called by itself."""
        said: Mapping[str, str] = dict(self.shifts).get(key, {"words": key})
        return " ".join(filter(None, (spoken(said["words"], said.get("words_en", "")), said.get("hours", ""))))

    def to_check(self, shift: str) -> list[str]:
        """What is ticked when a turn of this shift is done."""
        return list(dict(self.shifts).get(shift, {}).get("checklist") or self.checklist)


class RotaChoice(SchoolOwned):
    """轮值设置: the order that the keepers chose for one unit, instead of that of the programme."""

    rota = SchoolFK(Rota, models.CASCADE, related_name="choices")
    unit = SchoolFK(Unit, models.CASCADE, related_name="+")
    order = models.CharField(_("order"), max_length=8, choices=Order)

    class Meta:
        verbose_name = _("setting of a rota")
        constraints = (models.UniqueConstraint(fields=("school", "rota", "unit"), name="rotas_choice_once"),)

    class Privacy:
        internal = ("id", "school", "rota", "unit", "order")


class RotaName(SchoolOwned):
    """轮值名单: somebody's place in the list, a person's or a unit's; `out`: takes no turns, though the circle has her."""

    rota = SchoolFK(Rota, models.CASCADE, related_name="names")
    unit = SchoolFK(Unit, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    person = SchoolFK(Person, models.CASCADE, null=True, blank=True, related_name="+")
    holder_unit = SchoolFK(Unit, models.CASCADE, null=True, blank=True, related_name="+")
    out = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("name in a rota's list")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("school", "rota", "unit", "person"), name="rotas_name_person_once"),
            models.UniqueConstraint(fields=("school", "rota", "unit", "holder_unit"), name="rotas_name_unit_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=True, holder_unit__isnull=False) | Q(person__isnull=False, holder_unit__isnull=True),
                name="rotas_name_is_one",
            ),
        )

    class Privacy:
        internal = ("id", "school", "rota", "unit", "position", "holder_unit", "out")
        personal = ("person",)
