"""What only this mechanism needs to know of a part: the lecture, the themed day, the talk; and what members propose."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.activities.models import Part
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


def _one_a_part(label: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=("school", "part"), name=f"branch_life_{label}_one_a_part")


class LectureNote(SchoolOwned):
    """党课记录: what the lecture's sheet asks beyond the roll."""

    part = SchoolFK(Part, models.CASCADE, related_name="lecture_notes")
    lecturer = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lecturer"))
    guest_lecturer = models.CharField(_("lecturer from outside"), max_length=60, blank=True)
    form = models.CharField(_("form"), max_length=40, blank=True)  # 讲授, 研讨, 观影, 现场教学
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1, null=True, blank=True)
    outline = models.TextField(_("outline"), blank=True)
    discussion = models.TextField(_("discussion"), blank=True)
    make_up = models.TextField(_("make-up for those absent"), blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (_one_a_part("lecture"),)

    class Privacy:
        internal = ("id", "school", "part", "form", "hours", "outline", "revision")
        personal = ("lecturer", "guest_lecturer", "discussion", "make_up")


class ThemeDayNote(SchoolOwned):
    """主题党日记录: dues as two numbers only, the account of the day, what was agreed."""

    part = SchoolFK(Part, models.CASCADE, related_name="theme_day_notes")
    dues_expected = models.PositiveSmallIntegerField(_("members due to pay"), null=True, blank=True)
    dues_paid = models.PositiveSmallIntegerField(_("members who paid"), null=True, blank=True)
    account = models.TextField(_("account of the day"), blank=True)
    agreed = models.TextField(_("what was agreed"), blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            _one_a_part("theme_day"),
            models.CheckConstraint(
                condition=models.Q(dues_paid__isnull=True)
                | models.Q(dues_expected__isnull=True)
                | models.Q(dues_paid__lte=models.F("dues_expected")),
                name="branch_life_dues_paid_of_expected",
            ),
        )

    class Privacy:
        internal = ("id", "school", "part", "dues_expected", "dues_paid", "agreed", "revision")
        personal = ("account",)


class Segment(SchoolOwned):
    """环节: 誓词, 党章, 学习, 微党课 (fixed), 议事, 服务 (optional); who leads it, on what."""

    part = SchoolFK(Part, models.CASCADE, related_name="segments")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("segment"), max_length=60)
    optional = models.BooleanField(_("chosen by the branch"), default=False)
    leader = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("led by"))
    topic = models.CharField(_("topic"), max_length=120, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("school", "part", "position"), name="branch_life_segment_position"),)

    class Privacy:
        internal = ("id", "school", "part", "position", "name", "optional", "topic")
        personal = ("leader",)


class LifeMeetingNote(SchoolOwned):
    """组织生活会会前准备: what was studied, which opinions were gathered, who talked with whom; in words, never by name."""

    part = SchoolFK(Part, models.CASCADE, related_name="life_meeting_notes")
    study = models.TextField(_("study together"), blank=True)
    opinions = models.TextField(_("opinions gathered"), blank=True)
    talks = models.TextField(_("talks held"), blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (_one_a_part("life_meeting"),)

    class Privacy:
        internal = ("id", "school", "part", "study", "talks", "revision")
        personal = ("opinions",)


class ReviewNote(SchoolOwned):
    """民主评议党员, the part held as a meeting: what was said, and the ballots of the 民主测评, also on the committee."""

    part = SchoolFK(Part, models.CASCADE, related_name="review_notes")
    own = models.TextField(_("members on themselves"), blank=True)
    mutual = models.TextField(_("members on each other"), blank=True)
    opinion = models.TextField(_("opinion of the committee"), blank=True)
    issued = models.PositiveSmallIntegerField(_("issued"), null=True, blank=True)
    collected = models.PositiveSmallIntegerField(_("collected"), null=True, blank=True)
    invalid = models.PositiveSmallIntegerField(_("invalid"), null=True, blank=True)
    committee_good = models.PositiveSmallIntegerField(pgettext_lazy("committee", "good"), null=True, blank=True)
    committee_fairly_good = models.PositiveSmallIntegerField(pgettext_lazy("committee", "fairly good"), null=True, blank=True)
    committee_average = models.PositiveSmallIntegerField(pgettext_lazy("committee", "average"), null=True, blank=True)
    committee_poor = models.PositiveSmallIntegerField(pgettext_lazy("committee", "poor"), null=True, blank=True)
    overseer = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("overseer"))
    counter = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counter"))
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (_one_a_part("review"),)

    class Privacy:
        internal = ("id", "school", "part", "issued", "collected", "invalid", "revision")
        personal = ("own", "mutual", "opinion", "overseer", "counter", "committee_good", "committee_fairly_good")
        personal += ("committee_average", "committee_poor")

    @property
    def valid(self) -> int | None:
        return None if self.collected is None else self.collected - (self.invalid or 0)

    @property
    def committee(self) -> tuple[int, ...]:
        """好, 较好, 一般, 差 of the committee as a body; empty where it was not counted."""
        counts = (self.committee_good, self.committee_fairly_good, self.committee_average, self.committee_poor)
        return tuple(one or 0 for one in counts) if any(one is not None for one in counts) else ()


class Grade(models.TextChoices):
    """等次."""

    EXCELLENT = "excellent", pgettext_lazy("grade", "excellent")
    QUALIFIED = "qualified", pgettext_lazy("grade", "qualified")
    BASIC = "basic", pgettext_lazy("grade", "basically qualified")
    UNQUALIFIED = "unqualified", pgettext_lazy("grade", "unqualified")


class Standing(SchoolOwned):
    """民主测评: one full member's counts, and the grade the committee then gives. Open to those who keep the record,
    and each to the member herself."""

    part = SchoolFK(Part, models.CASCADE, related_name="standings")
    person = SchoolFK(Person, models.PROTECT, related_name="+")
    excellent = models.PositiveSmallIntegerField(default=0)
    qualified = models.PositiveSmallIntegerField(default=0)
    basic = models.PositiveSmallIntegerField(default=0)
    unqualified = models.PositiveSmallIntegerField(default=0)
    grade = models.CharField(_("grade"), max_length=12, choices=Grade, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "part", "person"), name="branch_life_standing_once"),)

    class Privacy:
        internal = ("id", "school", "part")
        sensitive = ("person", "excellent", "qualified", "basic", "unqualified", "grade")


class TalkKind(models.TextChoices):
    """谈心谈话 of these classes, at least once a year each (支部工作条例第十九条)."""

    COMMITTEE_COMMITTEE = "committee_committee", _("between committee members")
    COMMITTEE_MEMBER = "committee_member", _("committee member and member")
    MEMBER_MEMBER = "member_member", _("between members")


class Talk(SchoolOwned):
    """谈心谈话: its words are sealed, and open to the two and the secretary alone."""

    part = SchoolFK(Part, models.CASCADE, related_name="talks")
    kind = models.CharField(_("kind"), max_length=20, choices=TalkKind, blank=True)
    content = EncryptedTextField(_("what was talked about"), blank=True, default="")
    opinions = EncryptedTextField(_("opinions and suggestions"), blank=True, default="")
    measures = EncryptedTextField(_("what will be done"), blank=True, default="")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (_one_a_part("talk"),)

    class Privacy:
        internal = ("id", "school", "part", "revision")
        sensitive = ("kind", "content", "opinions", "measures")


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
