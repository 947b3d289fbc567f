"""One flat object of numbers about a school, each computed from rows at the moment it is asked; a mechanism's bear its name."""

from datetime import date

from navmark.foundation.activities.kinds import data_kinds
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.cadence import queries as cadence
from navmark.foundation.people import queries as people
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import Engagement, EngagementKind
from navmark.foundation.proceedings.models import Decision
from navmark.foundation.programme.cards import brought
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.registers.facts import register_facts
from navmark.foundation.rotas.known import rotas_kept
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within


def facts_of(school: School, *, on: date) -> dict[str, int]:
    with within(school):
        branches = list(people.branches(on))
        engaged = Engagement.objects.filter(true_on(on))
        return {
            "members": sum(people.members_on(branch, on).count() for branch in branches),
            "voters": sum(people.voters_on(branch, on).count() for branch in branches),
            "committee": sum(people.committee_on(branch, on).count() for branch in branches),
            "party_groups": sum(people.party_groups(branch, on).count() for branch in branches),
            "staff": engaged.filter(kind=EngagementKind.STAFF).count(),
            "pupils": engaged.filter(kind=EngagementKind.PUPIL).count(),
            "classes": len(people.classes_on(on)),
            **cadence.facts(on),
            **register_facts(on),
            "rotas_kept": rotas_kept(on),
            "lines": _lines(),
            "activities_planned": Activity.objects.filter(state=ActivityState.PLANNED).count(),
            "activities_held": Activity.objects.filter(state=ActivityState.HELD).count(),
            "records_locked": Record.objects.filter(state=RecordState.LOCKED).count(),
            "decisions": Decision.objects.count(),
            **{f"{card.slug}.{name}": number for card, counts in brought("counts") for name, number in counts(on).items()},
        }


def _lines() -> int:
    """Occasions of the kinds that are typed a line each, and are complete."""
    codes = [one.code for one in data_kinds() if one.is_line]
    return Activity.objects.filter(parts__kind__in=codes, completed_at__isnull=False).distinct().count() if codes else 0
