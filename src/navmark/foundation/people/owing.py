"""Who can owe something to the calendar, where each is at home, and who settles what is due there.

The Party's part of it stands here, so that the room that keeps duties knows units, circles and offices only.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from navmark.foundation.people.circles.named import (
    CLERK,
    COMMITTEE,
    COUNSELLOR,
    HEAD_OF,
    MEMBERS,
    MORAL_HEAD,
    PRINCIPAL,
    SECRETARY,
    TEACHING_HEAD,
    VICE_PRINCIPAL,
)
from navmark.foundation.people.models import COMMITTEE_POSTS, PartyStatus, Post, PostKind, Unit, UnitKind
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.models.unit import OF_THE_PARTY
from navmark.foundation.people.viewer import Viewer

OFFICES_OF_THE_SCHOOL = (PRINCIPAL, VICE_PRINCIPAL, TEACHING_HEAD, MORAL_HEAD, COUNSELLOR)
ONE_DAY = timedelta(days=1)


class Subject(StrEnum):
    """Who owes it: every unit of a kind, or every person of a circle."""

    BRANCH = "unit:branch"
    COMMITTEE = "unit:committee"  # each branch that has one: fewer than seven full members elect none
    PARTY_GROUP = "unit:party_group"
    MEMBER = "person:member"
    SCHOOL = "unit:school"
    GRADE = "unit:grade"
    CLASS = "unit:class"  # each class at school
    SUBJECT_GROUP = "unit:subject_group"
    DEPARTMENT = "unit:department"
    STUDIO = "unit:studio"
    CLUB = "unit:club"
    COMMUNITY = "unit:community"

    @property
    def unit_kind(self) -> str:
        """The kind of the units that owe it; nothing where persons do."""
        if self == Subject.COMMITTEE:
            return UnitKind.BRANCH.value
        return self.value.removeprefix("unit:") if self.value.startswith("unit:") else ""

    @property
    def of_some(self) -> bool:
        """Whether not every unit of its kind owes it."""
        return self == Subject.COMMITTEE

    @property
    def rests(self) -> bool:
        """Whether it owes nothing in the holidays: the units of the school do not, the Party and the community go on."""
        return self not in (Subject.BRANCH, Subject.COMMITTEE, Subject.PARTY_GROUP, Subject.MEMBER, Subject.COMMUNITY)


def units_led(viewer: Viewer) -> list[Unit]:
    """What she heads; the school for those in its offices; for secretary, clerk and committee the branch and its groups."""
    headed, branches = viewer.homes_in(HEAD_OF), viewer.homes_in(SECRETARY, CLERK, COMMITTEE)
    of_school = viewer.has(*OFFICES_OF_THE_SCHOOL)

    def is_hers(unit: Unit) -> bool:
        if unit.pk in headed or (of_school and unit.kind == UnitKind.SCHOOL):
            return True
        return unit.kind in OF_THE_PARTY and not branches.isdisjoint((unit.pk, unit.parent_id))

    return [unit for unit in viewer.units_today if is_hers(unit)]


def owing_on(on: date) -> dict[str, dict[UUID, date]]:
    """Who owes something on that day, by subject, and since when. Three queries."""
    found: dict[str, dict[UUID, date]] = {subject.value: {} for subject in Subject}
    for unit in Unit.objects.on(on).filter(kind__in=[subject.unit_kind for subject in Subject if subject.unit_kind]):
        if unit.kind != UnitKind.CLASS or unit.grade_on(on):
            found[f"unit:{unit.kind}"][unit.pk] = unit.from_day or date.min
    sitting = _with_a_committee(on)
    found[Subject.COMMITTEE] = {pk: since for pk, since in found[Subject.BRANCH].items() if pk in sitting}
    found[Subject.MEMBER] = _members(found[Subject.BRANCH], on)
    return found


def _with_a_committee(on: date) -> set[UUID | None]:
    """The branches in which somebody holds an office of a committee: a secretary alone, or with a deputy, is none."""
    offices = [kind for kind in COMMITTEE_POSTS if kind not in (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY)]
    return set(Post.objects.on(on).filter(kind__in=offices).values_list("unit", flat=True))


def _members(branches: Iterable[UUID], on: date) -> dict[UUID, date]:
    """The members of these branches on that day, each with the first day of her unbroken membership."""
    rows = PartyStatus.objects.filter(branch__in=list(branches), status__in=MEMBER_STATUSES).not_after(on)
    begun: dict[UUID, date] = {}
    for row in sorted(rows, key=lambda row: row.from_day or date.min, reverse=True):
        since = begun.get(row.person_id)
        if row.is_true_on(on) or (since and row.to_day and row.to_day + ONE_DAY >= since):
            begun[row.person_id] = row.from_day or date.min
    return begun


def owing_among(subjects: Collection[UUID], on: date) -> Mapping[str, list[UUID]]:
    """These by what they can owe: units by their kind, persons as members of that day. Two queries."""
    found: dict[str, list[UUID]] = {subject.value: [] for subject in Subject}
    for pk, kind in Unit.objects.filter(pk__in=subjects).values_list("pk", "kind"):
        found[f"unit:{kind}"].append(pk)
        if kind == UnitKind.BRANCH:
            found[Subject.COMMITTEE].append(pk)
    members = PartyStatus.objects.on(on).filter(person__in=subjects, status__in=MEMBER_STATUSES)
    found[Subject.MEMBER] += members.values_list("person", flat=True).distinct()
    return found


def home_of(subject_kind: str, subject_id: UUID, on: date) -> UUID | None:
    """The unit that answers for what a unit or a person owes: the branch of a Party group or a member. None where it is a unit's
    own matter, and of whoever is no member."""
    if subject_kind == "person":
        rows = PartyStatus.objects.on(on).filter(person=subject_id, status__in=MEMBER_STATUSES)
        return rows.values_list("branch", flat=True).first()
    unit = Unit.objects.filter(pk=subject_id).first()
    return unit.branch_id if unit else None


def home_seen(viewer: Viewer, unit: Unit | None) -> UUID | None:
    """The same of a unit that is read already, or, for None, of the viewer herself. No query but the viewer's own."""
    if unit is not None:
        return unit.branch_id
    return viewer.status.branch_id if viewer.status and viewer.has(MEMBERS) else None


def settles_at(viewer: Viewer, home: UUID) -> bool:
    return home in viewer.homes_in(SECRETARY, CLERK)
