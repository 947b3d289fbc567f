"""A meeting before one viewer: what she may do with it, and what the self-check of its record finds. Asked for once a page."""

from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings.places import PLAN, ROLL
from navmark.foundation.records.access import may_lock
from navmark.foundation.records.findings import Finding
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings


class Sight:
    def __init__(self, viewer: Viewer, activity: Activity) -> None:
        self.viewer, self.activity = viewer, activity
        self.record = record_of(activity)
        self.keeps = activities.may_keep(viewer, activity)
        self.rolls = Rolls(activity)
        self.kinds = {part.kind for part in activity.parts.all()}

    @property
    def writes(self) -> bool:
        is_open = self.record.is_open and self.activity.state != ActivityState.CANCELLED
        return self.keeps and is_open

    @property
    def has_begun(self) -> bool:
        return timezone.now() >= self.activity.starts_at

    @property
    def is_ahead(self) -> bool:
        return self.activity.state == ActivityState.PLANNED and timezone.now() < self.activity.starts_at

    @cached_property
    def may_lock(self) -> bool:
        return self.record.is_submitted and may_lock(self.viewer, self.record)

    @cached_property
    def findings(self) -> list[Finding]:
        is_due = self.keeps and self.activity.state == ActivityState.HELD and not self.record.is_locked
        return findings(self.record) if is_due else []

    def mended_at(self, finding: Finding) -> str:
        """The address that a finding leads to, its field included."""
        page, _hash, field = finding.at.partition("#")
        urls = {PLAN: "activities:change", ROLL: "activities:roll"}
        address = reverse(urls[page], args=[self.activity.pk]) if page else ""
        return f"{address}#{field}" if field else address
