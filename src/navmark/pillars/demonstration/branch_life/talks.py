"""谈心谈话 of a year: whether a member has talked, and how many have not. Never who talked with whom (docs/adr/0006)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.moments import asks_from
from navmark.foundation.cadence.queries import SETTLED, Owed, with_states
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import PartyStatus, Person
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.viewer import Viewer
from navmark.pillars.demonstration.branch_life import kinds


@dataclass(frozen=True)
class Talks:
    """What this viewer may know of the year's talks. `without` is None to whom the number is not shown."""

    own: Owed | None
    own_talks: list[Activity]
    reminded_from: date | None
    without: int | None = None
    names: list[Person] | None = None  # to the secretary alone

    def answer(self, year: int) -> str:
        """The page's title."""
        if self.without:
            words = ngettext(
                "%(year)s: %(count)s member has had no talk yet", "%(year)s: %(count)s members have had no talk yet", self.without
            )
            return words % {"year": year, "count": self.without}
        if self.without == 0:
            return _("%(year)s: nobody is without a talk") % {"year": year}
        if self.own is None:
            return _("%(year)s: no talk is asked of you") % {"year": year}
        is_done = self.own.state == DutyState.DONE
        return (_("%(year)s: you have had your talk") if is_done else _("%(year)s: you have had no talk yet")) % {"year": year}


def talks_for(viewer: Viewer, year: int) -> Talks:
    """Four to five queries, however many members."""
    counted = viewer.homes_in("secretary", "committee", "clerk")
    rows = Duty.objects.filter(cadence__activity_kind=kinds.TALK, period_key=f"{year}", closed_at__isnull=True)
    shown = Q(subject_id=viewer.person.pk) | Q(subject_id__in=_members(counted, year, viewer.on))
    owed = with_states(rows.filter(shown), viewer.on)
    own = next((one for one in owed if one.duty.subject_id == viewer.person.pk), None)
    open_ones = [one.duty.subject_id for one in owed if one.state not in SETTLED]
    return Talks(
        own=own,
        own_talks=_own_talks(viewer, year),
        reminded_from=asks_from(own.duty) if own else None,
        without=len(open_ones) if counted else None,
        names=_named(open_ones, viewer, year) if viewer.has("secretary") else None,
    )


def _own_talks(viewer: Viewer, year: int) -> list[Activity]:
    rows = activities.visible_to(viewer).filter(parts__kind=kinds.TALK, roll__person=viewer.person, day__year=year)
    return list(rows.exclude(state=ActivityState.CANCELLED).order_by("starts_at", "id").distinct())


def _named(ids: list[UUID], viewer: Viewer, year: int) -> list[Person]:
    """Those of the branches whose secretary she is."""
    own = _members(viewer.homes_in("secretary"), year, viewer.on)
    return people.in_reading_order(Person.objects.filter(pk__in=ids).filter(pk__in=own), viewer.on)


def _members(branches: Iterable[UUID], year: int, on: date) -> QuerySet:
    """Of these branches now, or at the end of a year that is over: whoever moved is counted once, where she is."""
    rows = PartyStatus.objects.on(min(on, date(year, 12, 31)))
    return rows.filter(branch__in=list(branches), status__in=MEMBER_STATUSES).values("person")
