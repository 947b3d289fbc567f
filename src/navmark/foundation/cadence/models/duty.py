"""The one row of what waits."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.models.cadence import Cadence
from navmark.foundation.cadence.spans import ends_of
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class DutyState(models.TextChoices):
    """Derived, never stored."""

    COMING = "coming", _("coming")
    WAITING = "waiting", _("waiting for the superior's notice")
    DUE = "due", _("to do")
    TODAY = "today", _("today")
    LATE = "late", _("due and not done")
    DONE = "done", _("done")
    EXCUSED = "excused", _("not needed this time")


OPEN_STATES = (DutyState.DUE, DutyState.TODAY, DutyState.LATE)


class Settled(models.TextChoices):
    DONE = "done", _("done")
    EXCUSED = "excused", _("not needed this time")


class Step(models.TextChoices):
    """What is to be done next, as its button says it."""

    ARRANGE = "arrange", _("Arrange")
    OPEN = "open", _("Open")  # it is arranged
    LOOK = "look", _("Look")  # it was held and its record is open; or it is done
    RECORD = "record", _("Complete the record")
    LOCK = "lock", _("Check and lock")
    FINISH = "finish", _("Done")
    ANSWER = "answer", _("Answer")
    APPOINT = "appoint", _("Appoint")
    CODES = "codes", _("Print login codes")
    ENTER = "enter", _("Enter")
    GO_ON = "go_on", _("Deal with")
    IMPORT = "import", _("Import")
    HEED = "heed", pgettext_lazy("a remark", "Look")  # nothing to do by a day: it is for somebody's attention


ENDED_ELSEWHERE = (Step.LOOK, Step.RECORD, Step.LOCK, Step.GO_ON)


class Duty(SchoolOwned):
    """待办事项: the one row of what waits, for a person, or for circles around a unit (`place_id`, none: the school).

    It comes of a cadence, or of a source that a room derives (see `waiting.py`). `due_on` is empty while the superior has not set
    a day; such a duty is never late. Everything from `circles` to `settled_on` is derived, and written with what it follows.
    """

    cadence = SchoolFK(Cadence, models.CASCADE, null=True, blank=True, related_name="duties")
    subject_kind = models.CharField(max_length=6, choices=[("unit", "unit"), ("person", "person")])
    subject_id = models.UUIDField()
    period_key = models.CharField(max_length=20, blank=True)
    opens_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    late_on = models.DateField(null=True, blank=True)  # the first day on which it is late
    times = models.PositiveSmallIntegerField(default=1)
    next_change_on = models.DateField(null=True, blank=True)  # the next day on which its state changes by itself
    title = models.CharField(_("what"), max_length=200, blank=True)  # of what comes of no cadence
    source_kind = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # its subject or source has ended: it asks for nothing more
    place_id = models.UUIDField(null=True, blank=True)
    circles = models.CharField(
        max_length=200, blank=True
    )  # who acts, by codes and blanks; of a person: only while she stands there
    overseers = models.CharField(max_length=200, blank=True)  # who sees that others do it
    but_not = models.UUIDField(null=True, blank=True)  # the second signature is never that of the first
    step = models.CharField(max_length=10, choices=Step, default=Step.FINISH)
    step_at = models.DateTimeField(null=True, blank=True)  # of what is arranged or was held
    about_id = models.UUIDField(null=True, blank=True)  # the occasion that it follows, or whatever else its source follows
    page = models.CharField(max_length=200, blank=True)  # where to read of it
    action = models.CharField(max_length=200, blank=True)  # where its button leads, if elsewhere
    asked_by = models.CharField(max_length=120, blank=True)  # the title of the meeting that asked for it
    note = models.CharField(max_length=200, blank=True)  # what else there is to know of it
    rule_id = models.CharField(max_length=20, blank=True)  # by which it is asked for, if no cadence says it
    settled = models.CharField(max_length=8, choices=Settled, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    next_notice_on = models.DateField(null=True, blank=True)  # when to remind of it next; moves on as that is done

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("school", "cadence", "subject_id", "period_key"),
                condition=Q(cadence__isnull=False),
                name="cadence_duty_once_a_period",
            ),
            models.UniqueConstraint(
                fields=("school", "source_kind", "source_id", "subject_id"),
                condition=Q(source_id__isnull=False),
                name="cadence_duty_once_a_subject",
            ),
        )
        indexes = (
            models.Index(fields=("school", "subject_id", "due_on"), name="cadence_duty_subject"),
            models.Index(fields=("school", "next_change_on"), name="cadence_duty_change"),
            models.Index(fields=("school", "next_notice_on"), name="cadence_duty_notice"),
            models.Index(fields=("school", "source_kind", "about_id"), name="cadence_duty_about"),
            models.Index(fields=("school", "settled", "settled_on"), name="cadence_duty_settled"),
            models.Index(fields=("school", "circles", "settled", "settled_on", "id"), name="cadence_duty_circles"),
            models.Index(fields=("school", "overseers", "settled", "settled_on", "id"), name="cadence_duty_overseers"),
            models.Index(fields=("school", "place_id", "settled", "settled_on", "id"), name="cadence_duty_place"),
        )

    class Privacy:
        internal = ("id", "school", "cadence", "subject_kind", "subject_id", "period_key", "opens_on", "due_on", "late_on")
        internal += ("times", "next_change_on", "title", "source_kind", "source_id", "closed_at", "place_id", "circles")
        internal += ("overseers", "but_not", "step", "step_at", "about_id", "page", "action", "asked_by", "settled")
        internal += ("settled_on", "next_notice_on", "note", "rule_id")

    def outweighs(self, other: "Duty") -> bool:
        """Of two that one person owes: what is done is done."""
        return bool(self.settled) and not other.settled

    @property
    def can_be_waived(self) -> bool:
        """Whether it can be said of it that it is not needed: what was held is written up, and what goes on by steps of its own
        is ended by them."""
        return self.step not in ENDED_ELSEWHERE

    @property
    def ends_on(self) -> date | None:
        """The last day of its period: what is done after the day on which it is due, and by then, counts all the same."""
        ends = ends_of(PeriodKind(self.cadence.period), self.opens_on) if self.cadence else None
        return ends or self.due_on

    def state_on(self, day: date) -> DutyState:
        if self.settled:
            return DutyState(self.settled)
        if self.due_on is None and self.cadence_id is not None:
            return DutyState.WAITING
        if day < self.opens_on:
            return DutyState.COMING
        if self.late_on is not None and day >= self.late_on:
            return DutyState.LATE
        return DutyState.TODAY if day == self.due_on else DutyState.DUE
