"""What is on the agenda and who said what to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.deliberation import sitting_for
from navmark.foundation.statute.outlook import Sitting
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Origin(models.TextChoices):
    """Where an item came from, so that nobody types it again."""

    TYPED = "", _("added here")
    DECISION = "decision", _("submitted by the committee")
    FOLLOW_UP = "follow_up", _("unfinished follow-up")
    PROPOSAL = "proposal", _("proposed by a member")


class AgendaItem(SchoolOwned):
    """议题. `revision` grows with each save, so that two recorders cannot overwrite each other unseen."""

    part = SchoolFK(Part, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("item"), max_length=200)
    reporter = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reporter"))
    points = models.TextField(_("main points"), blank=True)
    to_vote = models.BooleanField(_("to be put to the vote"), default=False)  # 需要表决: ballots and tally carry these alone
    stricter = models.BooleanField(default=False)  # an election, or a matter of personnel: see Deliberation.stricter
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)  # of an election
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.TYPED, blank=True)
    origin_id = models.UUIDField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("school", "part", "origin", "origin_id"),
                condition=models.Q(origin_id__isnull=False),
                name="proceedings_item_origin_once",
            ),
        )

    class Privacy:
        internal = ("id", "school", "part", "position", "title", "reporter", "to_vote", "stricter", "seats", "revision")
        internal += ("origin", "origin_id")
        personal = ("points",)

    def __str__(self) -> str:
        return self.title

    @property
    def sitting(self) -> Sitting | None:
        """The rule of attendance and majority that this item is put to the vote by. Reads `part`."""
        return sitting_for(self.part.kind, stricter=self.stricter)

    @property
    def spoken(self) -> list["Speech"]:
        """What was said and not taken back."""
        return [speech for speech in self.speeches.all() if speech.text]

    @property
    def is_put_to_vote(self) -> bool:
        """An election and a matter of personnel always are. Reads `part`."""
        return (self.to_vote or self.stricter) and self.sitting is not None

    @property
    def is_election(self) -> bool:
        return self.sitting == Sitting.ELECTION


class Candidate(SchoolOwned):
    """候选人: who stands for an election, in the order of the ballot."""

    never_one = True  # two who stood against each other are two people

    item = SchoolFK(AgendaItem, models.CASCADE, related_name="candidates")
    person = SchoolFK(Person, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=("school", "item", "person"), name="proceedings_candidate_once"),)

    class Privacy:
        internal = ("id", "school", "item", "position")
        personal = ("person",)


class Speech(SchoolOwned):
    """发言: who said what, dissent kept. One row a person and item, empty once it was taken back; the secretary's stands last."""

    item = SchoolFK(AgendaItem, models.CASCADE, related_name="speeches")
    speaker = SchoolFK(Person, models.PROTECT, related_name="+")
    text = models.TextField(_("what was said"), blank=True)
    dissent = models.BooleanField(_("a different opinion"), default=False)
    revision = models.PositiveIntegerField(default=1)
    called_by = "speaker"  # read with the rows that the trail names

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("school", "item", "speaker"), name="proceedings_speech_once"),)

    class Privacy:
        internal = ("id", "school", "item", "revision")
        personal = ("speaker", "text", "dissent")

    def __str__(self) -> str:
        return self.speaker.name
