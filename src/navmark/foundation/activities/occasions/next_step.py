"""The one red button of an occasion's page: whatever comes next for this viewer."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import ActivityState
from navmark.foundation.activities.occasions.sight import NextStep, Sight


def next_step(sight: Sight) -> NextStep | None:
    if sight.is_cancelled:
        return None
    return _of_one(sight) if sight.record is None else _of_two(sight)


def _of_one(sight: Sight) -> NextStep | None:
    """Nobody signs it: who keeps it completes it."""
    if sight.writes and sight.has_begun:
        words, address = _("Complete the record"), reverse("activities:finish", args=[sight.activity.pk])
        return NextStep(words, form="finish") if sight.kind.is_counted else NextStep(words, address, is_post=True)
    if sight.writes:
        return sight.preparing()
    return sight.printing() if sight.activity.completed_at else None


def _of_two(sight: Sight) -> NextStep | None:
    """One completes it, another locks it."""
    activity, record = sight.activity, sight.record
    assert record is not None
    if record.is_locked:
        return sight.printing()
    if sight.may_lock:
        return NextStep(_("Lock the record"), reverse("records:lock", args=[record.owner_kind, record.owner_id]), is_post=True)
    if not sight.keeps or record.is_submitted:
        return None
    if not sight.has_begun:
        return sight.preparing()
    if activity.state == ActivityState.PLANNED or sight.rolls.whole().unmarked:
        return NextStep(_("Mark the roll"), reverse("activities:roll", args=[activity.pk]))
    if any(finding.blocks for finding in sight.findings):
        return NextStep(_("See what stands in the way"), "#self-check")
    return NextStep(_("Complete the record"), reverse("records:submit", args=[record.owner_kind, record.owner_id]), is_post=True)
