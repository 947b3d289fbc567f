"""An outing as its pages see it: its slips, who goes in which group, where they are counted. And who opens what."""

from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.outings.asking import InGroups, in_groups
from navmark.foundation.outings.models import HeadCount, OutingGroup, Traveller
from navmark.foundation.outings.refusals import NotAllBack
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.access import entry_for, may_keep
from navmark.foundation.registers.models import Entry
from navmark.foundation.slips.pile import Pile

POINTS = ("集合上车", "到达", "午餐", "返程上车", "返校")  # where nothing else is written


class Outing(Pile):
    """Each answer is read when it is asked for, and once."""

    @property
    def in_groups(self) -> InGroups:
        found = in_groups(self.entry.register.code)
        assert found is not None, "an entry whose register sends nobody out in groups"
        return found

    @property
    def points(self) -> tuple[str, ...]:
        """Where it is counted, in this order."""
        written = (line.strip() for line in (self.values.get(self.in_groups.points) or "").splitlines())
        return tuple(line[:40] for line in written if line) or POINTS

    @cached_property
    def groups(self) -> list[OutingGroup]:
        return list(OutingGroup.objects.filter(entry=self.entry).select_related("leader").prefetch_related("counts"))

    @cached_property
    def travellers(self) -> list[Traveller]:
        """Those in a group, by name."""
        rows = Traveller.objects.filter(entry=self.entry, pupil__in=self.signed).select_related("pupil")
        return list(rows.order_by("pupil__sort_key", "pk"))

    def within(self, group: OutingGroup) -> list[Traveller]:
        return [one for one in self.travellers if one.group_id == group.pk]

    def counts(self, group: OutingGroup) -> list[tuple[str, HeadCount | None]]:
        """At each point in order; None where it was not counted."""
        found = {count.point: count for count in group.counts.all()}
        return [(point, found.get(point)) for point in self.points]

    def teachers(self) -> list[Person]:
        """Who goes along: those named on the entry, its owner, the leaders of groups."""
        named = [*(hand.person for hand in self.entry.hands.select_related("person")), self.entry.owner]
        return list({one.pk: one for one in (*named, *(group.leader for group in self.groups)) if one}.values())


def outing_for(viewer: Viewer, pk: UUID) -> Outing:
    """404 for an entry of a register that sends nobody out in groups, and for one that she does not read."""
    entry = entry_for(viewer, pk)
    if in_groups(entry.register.code) is None:
        raise Http404
    return Outing(entry)


def outing_to_keep(viewer: Viewer, pk: UUID) -> Outing:
    outing = outing_for(viewer, pk)
    if not may_keep(viewer, outing.entry):
        raise PermissionDenied
    return outing


def group_for(viewer: Viewer, outing: Outing, pk: UUID) -> OutingGroup:
    """For the keepers of the outing, and for its leader."""
    group = next((one for one in outing.groups if one.pk == pk), None)
    if group is None:
        raise Http404
    if group not in groups_for(viewer, outing):
        raise PermissionDenied
    return group


def groups_for(viewer: Viewer, outing: Outing) -> list[OutingGroup]:
    """Those that she opens."""
    return [one for one in outing.groups if may_keep(viewer, outing.entry) or leads(viewer, one)]


def leads(viewer: Viewer, group: OutingGroup) -> bool:
    return group.leader_id == viewer.person.pk


def led(entry: Entry, person: Person) -> set[UUID]:
    """The pupils whom a person leads."""
    return set(Traveller.objects.filter(entry=entry, group__leader=person).values_list("pupil", flat=True))


def all_back(entry: Entry, *, by: Person, at: datetime) -> None:
    """For a step: nobody was missing when each group was counted last. Raises NotAllBack."""
    last = [(group, list(group.counts.all())[-1:]) for group in Outing(entry).groups]  # in the order of the day
    if short := [str(group) for group, counts in last if counts and counts[0].is_short]:
        raise NotAllBack(short)
