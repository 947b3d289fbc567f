"""The one red button of a meeting's page: whatever comes next for this viewer."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import ActivityState
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.views.sight import Sight


@dataclass(frozen=True)
class NextStep:
    """The one red button. A post is a form, anything else a link."""

    label: str | Promise
    url: str
    is_post: bool = False


def next_step(sight: Sight) -> NextStep | None:
    activity, record = sight.activity, sight.record
    if activity.state == ActivityState.CANCELLED:
        return None
    if record.is_locked:
        return NextStep(_("Print the record"), reverse("branch_life:print", args=[activity.pk, 1, "pdf"]))
    if sight.may_lock:
        return NextStep(_("Lock the record"), reverse("records:lock", args=[record.owner_kind, record.owner_id]), is_post=True)
    if not sight.keeps or record.is_submitted:
        return None
    if not sight.has_begun:
        if kinds.TALK in sight.kinds:  # two people sign no sheet
            return None
        return NextStep(_("Print the sign-in sheet"), reverse("branch_life:sign_in_sheet", args=[activity.pk]))
    if activity.state == ActivityState.PLANNED or sight.rolls.whole().unmarked:
        return NextStep(_("Mark the roll"), reverse("activities:roll", args=[activity.pk]))
    if any(finding.blocks for finding in sight.findings):
        return NextStep(_("See what stands in the way"), "#self-check")
    return NextStep(_("Complete the record"), reverse("records:submit", args=[record.owner_kind, record.owner_id]), is_post=True)
