"""主题征集: what members propose."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class ProposalState(models.TextChoices):
    OPEN = "open", _("open")
    TAKEN = "taken", _("taken up")
    ANSWERED = "answered", _("answered")


class Proposal(SchoolOwned):
    """主题征集: members propose themes and forms; each is taken up or answered, none is left without a word."""

    unit = SchoolFK(Unit, models.CASCADE, related_name="proposals")
    proposed_by = SchoolFK(Person, models.PROTECT, related_name="+")
    theme = models.CharField(_("theme"), max_length=120)
    form = models.CharField(_("form"), max_length=40, blank=True)
    why = models.TextField(_("why"), blank=True)
    at = models.DateTimeField()
    state = models.CharField(_("state"), max_length=10, choices=ProposalState, default=ProposalState.OPEN)
    part = SchoolFK(Part, models.SET_NULL, null=True, blank=True, related_name="proposals")
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "id")

    class Privacy:
        internal = ("id", "school", "unit", "theme", "form", "why", "at", "state", "part", "answer", "answered_by")
        personal = ("proposed_by",)
