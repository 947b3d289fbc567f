"""A turn, and the days on which somebody takes none."""

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.rotas.models.rota import Rota, Slot
from navmark.foundation.rotas.stretches import called
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class TurnState(models.TextChoices):
    PROPOSED = "proposed", _("to be confirmed")
    CONFIRMED = "confirmed", _("confirmed")


class Turn(SchoolOwned):
    """轮次: one place of one period, of a person or of a unit. `by_order`: to whom the order gave it, in which `number` of its
    rounds; a swap leaves that as it is. With an `activity` it is kept by that being held, else by somebody's word."""

    rota = SchoolFK(Rota, models.PROTECT, related_name="turns")
    unit = SchoolFK(Unit, models.PROTECT, related_name="+")
    period_key = models.CharField(max_length=20)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    post = models.CharField(max_length=40, blank=True)
    shift = models.CharField(max_length=40, blank=True)
    place = models.PositiveSmallIntegerField(default=1)
    person = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("whose turn"))
    holder_unit = SchoolFK(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("whose turn"))
    by_order = models.UUIDField()
    number = models.PositiveIntegerField(default=0)
    state = models.CharField(_("state"), max_length=10, choices=TurnState, default=TurnState.PROPOSED)
    why = models.CharField(_("why"), max_length=200, blank=True)
    activity = SchoolFK(Activity, models.PROTECT, null=True, blank=True, related_name="+")
    took_at = models.DateTimeField(null=True, blank=True)  # its holder has read the word of the turn before
    kept_at = models.DateTimeField(null=True, blank=True)
    kept_by = models.UUIDField(null=True, blank=True)
    kept_note = models.CharField(_("note"), max_length=500, blank=True)
    ticked = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("turn")
        ordering = ("starts_on", "shift", "post", "place")
        indexes = (models.Index(fields=("school", "rota", "unit", "ends_on"), name="rotas_turn_period"),)
        constraints = (
            models.UniqueConstraint(
                fields=("school", "rota", "unit", "period_key", "post", "shift", "place"), name="rotas_turn_place_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True, holder_unit__isnull=False) | Q(person__isnull=False, holder_unit__isnull=True),
                name="rotas_turn_is_of_one",
            ),
        )

    class Privacy:
        internal = ("id", "school", "rota", "unit", "period_key", "starts_on", "ends_on", "post", "shift", "place")
        internal += ("holder_unit", "by_order", "number", "state", "activity", "took_at", "kept_at", "kept_by", "ticked")
        internal += ("changed_at",)
        personal = ("person", "why", "kept_note")

    def __str__(self) -> str:
        return f"{self.rota.title} {self.period_key}"

    @property
    def holder_id(self) -> UUID:
        return self.person_id or self.holder_unit_id  # type: ignore[return-value]  # one of the two, by the database

    @property
    def holder(self) -> str:
        """Whose it is, in words; a class as it is called on its last day: a week from 31 August is of the new year."""
        return self.person.name if self.person else name_on(self.holder_unit, self.ends_on) if self.holder_unit else ""

    @property
    def when(self) -> str:
        return called(self.period_key, self.starts_on, self.ends_on)

    @property
    def place_in_words(self) -> str:
        """校门 早班 7:10—8:10; empty where the rota has neither posts nor shifts."""
        shift = self.rota.shift_called(self.shift) if self.shift else ""
        return " ".join(filter(None, (self.rota.post_called(self.post), shift)))

    @property
    def slot(self) -> Slot:
        return Slot(self.post, self.shift, self.place)

    @property
    def day(self) -> date | None:
        """Of its occasion, wherever that has moved."""
        return self.activity.day if self.activity and self.activity.state != ActivityState.CANCELLED else None

    @property
    def is_kept(self) -> bool:
        return self.kept_at is not None or bool(self.activity and self.activity.state == ActivityState.HELD)


class Away(Dated):
    """不便轮值: the days on which somebody asked to be passed over, by her own word; leave on record need not be said again."""

    person = SchoolFK(Person, models.CASCADE, related_name="+")
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = _("days without a turn")

    class Privacy:
        personal = ("id", "school", "person", "note", "from_day", "to_day")
