"""A tour as its pages see it: its slips, who goes in which group, where they are counted. And who opens what."""

from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.access import entry_for, may_keep
from navmark.foundation.slips.pile import Pile
from navmark.pillars.experience.tours.models import HeadCount, TourGroup, Traveller

CODE = "study_tours"  # of the register
BEFORE = ("plan", "assessed", "filed", "ready")  # its states until it is back
POINTS = ("集合上车", "到达", "午餐", "返程上车", "返校")  # where nothing else is written


class Tour(Pile):
    """Each answer is read when it is asked for, and once."""

    @property
    def points(self) -> tuple[str, ...]:
        """Where it is counted, in this order."""
        written = (line.strip() for line in (self.values.get("points") or "").splitlines())
        return tuple(line[:40] for line in written if line) or POINTS

    @cached_property
    def groups(self) -> list[TourGroup]:
        return list(TourGroup.objects.filter(tour=self.entry).select_related("leader").prefetch_related("counts"))

    @cached_property
    def travellers(self) -> list[Traveller]:
        """Those in a group, by name."""
        rows = Traveller.objects.filter(tour=self.entry, pupil__in=self.signed).select_related("pupil")
        return list(rows.order_by("pupil__sort_key", "pk"))

    def within(self, group: TourGroup) -> list[Traveller]:
        return [one for one in self.travellers if one.group_id == group.pk]

    def counts(self, group: TourGroup) -> list[tuple[str, HeadCount | None]]:
        """At each point in order; None where it was not counted."""
        found = {count.point: count for count in group.counts.all()}
        return [(point, found.get(point)) for point in self.points]

    def teachers(self) -> list[Person]:
        """Who goes along: those named on the entry, its owner, the leaders of groups."""
        named = [*(hand.person for hand in self.entry.hands.select_related("person")), self.entry.owner]
        return list({one.pk: one for one in (*named, *(group.leader for group in self.groups)) if one}.values())


def tour_for(viewer: Viewer, pk: UUID) -> Tour:
    """404 for an entry of another register, and for one that she does not read."""
    entry = entry_for(viewer, pk)
    if entry.register.code != CODE:
        raise Http404
    return Tour(entry)


def tour_to_keep(viewer: Viewer, pk: UUID) -> Tour:
    tour = tour_for(viewer, pk)
    if not may_keep(viewer, tour.entry):
        raise PermissionDenied
    return tour


def group_for(viewer: Viewer, tour: Tour, pk: UUID) -> TourGroup:
    """For the keepers of the tour, and for its leader."""
    group = next((one for one in tour.groups if one.pk == pk), None)
    if group is None:
        raise Http404
    if group not in groups_for(viewer, tour):
        raise PermissionDenied
    return group


def groups_for(viewer: Viewer, tour: Tour) -> list[TourGroup]:
    """Those that she opens."""
    return [one for one in tour.groups if may_keep(viewer, tour.entry) or leads(viewer, one)]


def leads(viewer: Viewer, group: TourGroup) -> bool:
    return group.leader_id == viewer.person.pk
