"""What is known around pledges: who no longer belongs there, what a holder took part in, what her words say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.circles.people import ids_in
from navmark.foundation.people.models import Unit
from navmark.foundation.pledges.models import Pledge, PledgeLog

LOG = "pledges.pledgelog"
MOST = 30  # occasions that stand beside the words


def strangers(pledges: Iterable[Pledge], on: date) -> set[UUID]:
    """The ids of those whose holder stands no longer (or not yet) among the takers. One query for each unit that keeps some."""
    homes: dict[Unit, list[Pledge]] = {}
    for pledge in pledges:
        homes.setdefault(pledge.unit, []).append(pledge)
    found: set[UUID] = set()
    for home, some in homes.items():
        among = ids_in([tuple(one.kind.takers) for one in some], home, on=on)
        found |= {one.pk for one in some if one.holder_id not in among[tuple(one.kind.takers)]}
    return found


def took_part_in(pledge: Pledge, *, upto: date) -> list[Activity]:
    """Occasions of the unit it is about, while it was held, at which the roll has its holder; the latest first. One query."""
    if pledge.about_unit_id is None:
        return []
    beside = Q(roll__expected=False, completed_at__isnull=False)  # nobody marks who attends without being due
    there = Q(roll__person=pledge.holder) & (Q(roll__presence__in=THERE) | beside)
    rows = Activity.objects.filter(there, unit=pledge.about_unit, day__lte=pledge.to_day or upto)
    rows = rows.filter(day__gte=pledge.from_day) if pledge.from_day else rows
    return list(rows.exclude(state=ActivityState.CANCELLED).prefetch_related("parts").order_by("-starts_at")[:MOST])


@dataclass(frozen=True)
class PledgeWord:
    """One word as it is read."""

    log: PledgeLog
    said: list[Shown]


def told(pledge: Pledge, on: date) -> list[PledgeWord]:
    """Every word of it, the latest first. Four queries at most."""
    logs = list(pledge.logs.all())
    papers = answers_to(LOG, [log.pk for log in logs]) if logs else {}
    known = known_here(on, unit=pledge.unit, papers=papers.values())
    return [PledgeWord(log, _said(papers.get(log.pk), known)) for log in logs]


def _said(paper: Answers | None, known: Mapping | object) -> list[Shown]:
    if paper is None:
        return []
    lines = shown(paper.edition.description, paper.values, known)  # type: ignore[arg-type]
    return [one for one in lines if one.words or one.rows]


def of_same_thing(pledge: Pledge) -> list[Pledge]:
    """Who held it before and after, the latest first."""
    names = {"about_unit": pledge.about_unit_id, "about_person": pledge.about_person_id, "about_entry": pledge.about_entry_id}
    rows = Pledge.objects.filter(kind=pledge.kind, **names).exclude(pk=pledge.pk)
    return list(rows.select_related("holder"))
