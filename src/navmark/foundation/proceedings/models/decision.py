"""Votes on paper, what was decided, and who does it by when."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.deliberation import DecisionKind
from navmark.foundation.proceedings.models.agenda import AgendaItem
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class VoteMethod(models.TextChoices):
    SECRET = "secret", _("secret ballot on paper")
    HANDS = "hands", _("show of hands")


class Vote(SchoolOwned):
    """表决: totals only; who voted what is never stored. `entitled` and `present` are counted from the roll, not typed."""

    two_people = (("overseer", "counter"), ("candidate", "overseer"), ("candidate", "counter"))

    item = SchoolFK(AgendaItem, models.CASCADE, related_name="votes")
    subject = models.CharField(_("subject"), max_length=200)
    candidate = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+")  # in an election: whose votes these are
    method = models.CharField(_("method"), max_length=8, choices=VoteMethod, default=VoteMethod.SECRET)
    entitled = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()
    issued = models.PositiveSmallIntegerField(_("issued"))
    collected = models.PositiveSmallIntegerField(_("collected"))
    ayes = models.PositiveSmallIntegerField(_("in favour"))
    nays = models.PositiveSmallIntegerField(_("against"))
    abstentions = models.PositiveSmallIntegerField(_("abstentions"))
    invalid = models.PositiveSmallIntegerField(_("invalid"), default=0)
    overseer = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("overseer"))
    counter = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counter"))
    passed = models.BooleanField()
    outcome = models.CharField(max_length=200)  # in words, as it stands on the sheet
    rule_id = models.CharField(max_length=20)
    rule_version = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(collected__lte=F("issued")), name="proceedings_vote_collected_of_issued"),
            models.CheckConstraint(
                condition=Q(collected=F("ayes") + F("nays") + F("abstentions") + F("invalid")),
                name="proceedings_vote_adds_up",
            ),
        )

    class Privacy:
        internal = ("id", "school", "item", "subject", "method", "entitled", "present", "issued", "collected", "ayes", "nays")
        internal += ("abstentions", "invalid", "passed", "outcome", "rule_id", "rule_version", "at")
        personal = ("candidate", "overseer", "counter")

    @property
    def valid(self) -> int:
        return self.collected - self.invalid


class Decision(SchoolOwned):
    """决议 · 决定 · 意见: its word follows from the kind of meeting."""

    item = SchoolFK(AgendaItem, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10, choices=DecisionKind)
    text = models.TextField(_("text"))
    vote = SchoolFK(Vote, models.PROTECT, null=True, blank=True, related_name="decisions")
    to_assembly = models.BooleanField(_("submit to the general meeting"), default=False)
    reported_up = models.BooleanField(_("report to the superior"), default=False)
    made_on = models.DateField()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("school", "to_assembly"), name="proceedings_decision_assembly"),)

    class Privacy:
        internal = ("id", "school", "item", "kind", "text", "vote", "to_assembly", "reported_up", "made_on")

    def __str__(self) -> str:
        return self.text


class FollowUp(SchoolOwned):
    """落实事项: what, who, by when; it becomes a one-off duty of its owner when the record is submitted."""

    decision = SchoolFK(Decision, models.CASCADE, related_name="follow_ups")
    what = models.CharField(_("what"), max_length=200)
    owner = SchoolFK(Person, models.PROTECT, related_name="+", verbose_name=_("who"))
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    taken_over_by = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken over by"))
    handed_in = models.UUIDField(null=True, blank=True)  # the thing with which it was done, if it was with one

    class Meta:
        ordering = ("due_on", "id")

    class Privacy:
        internal = ("id", "school", "decision", "what", "owner", "due_on", "done_on", "taken_over_by", "handed_in")

    def __str__(self) -> str:
        return self.what

    @property
    def doer(self) -> Person:
        """Who sees to it now; who was named stays in the record."""
        return self.taken_over_by or self.owner

    @property
    def doer_id(self) -> UUID:
        return self.taken_over_by_id or self.owner_id
