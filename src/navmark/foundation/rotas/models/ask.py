"""What one holder asks of another: to swap, or to take the turn over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, Unit
from navmark.foundation.rotas.models.turn import Turn
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class TurnAsk(SchoolOwned):
    """换班申请: give me your turn (`other`) for mine; without one, take mine over. A turn has one open at a time."""

    turn = SchoolFK(Turn, models.CASCADE, related_name="asks")
    other = SchoolFK(Turn, models.CASCADE, null=True, blank=True, related_name="+")
    person = SchoolFK(Person, models.CASCADE, null=True, blank=True, related_name="+")  # who is asked
    holder_unit = SchoolFK(Unit, models.CASCADE, null=True, blank=True, related_name="+")  # or whose head is
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.UUIDField()
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(_("agreed"), default=False)

    class Meta:
        verbose_name = _("question about a turn")
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("school", "turn"), condition=Q(answered_at__isnull=True), name="rotas_ask_one_open"
            ),
        )  # fmt: skip

    class Privacy:
        internal = ("id", "school", "turn", "other", "holder_unit", "by", "at", "answered_at", "agreed")
        personal = ("person", "note")
