"""Its numbers, each computed from rows."""

from datetime import date

from navmark.foundation.activities.models import ActivityState, Part
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import Proposal, ProposalState


def counts(on: date) -> dict[str, int]:
    """Meetings and talks that were held by this day, and themes that wait for an answer."""
    held = Part.objects.filter(activity__state=ActivityState.HELD, activity__day__lte=on)
    return {
        "meetings_held": held.filter(kind__in=[kind.code for kind in kinds.KINDS]).exclude(kind=kinds.TALK).count(),
        "talks_held": held.filter(kind=kinds.TALK).count(),
        "themes_waiting": Proposal.objects.filter(state=ProposalState.OPEN).count(),
    }
