"""The list of people: who is shown to whom, in how many queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from navmark.foundation.people.access import AT_WORK, may_manage_people, statuses_for
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.houses import OF_WORK
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    PartyStatus,
    Person,
    Post,
    Status,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import in_reading_order, posts_of
from navmark.foundation.people.viewer import Viewer

PAGE = 50
MEMBERS, STAFF, PUPILS, EVERYBODY = "members", "staff", "pupils", "all"


@dataclass(frozen=True)
class ListedPerson:
    """One line of the list, with what stands beside the name."""

    person: Person
    posts: list[Post]
    status: PartyStatus | None
    units: list[str]

    @property
    def called(self) -> list[str]:
        return [post.called for post in self.posts]


def adults(on: date) -> QuerySet[Person]:
    """Everybody whose file is no family's (`access.is_of_a_family`): staff, members, community workers, and who was."""
    known_as = Engagement.objects.filter(person=OuterRef("pk"))
    children, guardians = known_as.filter(kind=EngagementKind.PUPIL), known_as.filter(kind=EngagementKind.GUARDIAN)
    return Person.objects.filter(~Exists(children), ~Exists(guardians) | Exists(known_as.filter(kind__in=AT_WORK)))


def at_work(on: date) -> QuerySet[Person]:
    """Who is on the staff or works in a community that day."""
    here = Engagement.objects.filter(true_on(on), person=OuterRef("pk"), kind__in=AT_WORK)
    return Person.objects.filter(Exists(here))


def group_of(name: str, viewer: Viewer) -> QuerySet[Person]:
    """The people of one tab. Pupils are for those who manage people."""
    on = viewer.on
    if name == MEMBERS:
        rows = PartyStatus.objects.filter(true_on(on), person=OuterRef("pk"), status__in=MEMBER_STATUSES)
        return Person.objects.filter(Exists(rows))
    kind = EngagementKind.PUPIL if name == PUPILS and may_manage_people(viewer) else EngagementKind.STAFF
    if name == EVERYBODY:
        return adults(on)
    return Person.objects.filter(Exists(Engagement.objects.filter(true_on(on), person=OuterRef("pk"), kind=kind)))


def tabs_for(viewer: Viewer) -> list[str]:
    """The first is shown when the list opens: the members where there is a branch."""
    tabs = [STAFF, PUPILS, EVERYBODY] if may_manage_people(viewer) else [STAFF]
    return [MEMBERS, *tabs] if viewer.has_branch else tabs


def page_of(viewer: Viewer, *, tab: str, unit: str = "", text: str = "", number: Any = 1) -> tuple[Page, list[ListedPerson]]:
    """One page of the list; seven queries at most, however long it is."""
    people = group_of(tab, viewer).defer("phone", "id_number", "address", "extra")
    if text.strip():
        people = people.filter(name__icontains=text.strip())
    if unit:
        places = UnitMembership.objects.filter(true_on(viewer.on), person=OuterRef("pk"), unit__pk=unit)
        people = people.filter(Exists(places))
    people = people.order_by("sort_key", "id")
    page = Paginator(in_reading_order(people, viewer.on) if tab == MEMBERS else people, PAGE).get_page(number)
    return page, lines_of(list(page.object_list), viewer.on, statuses=statuses_for(viewer))


def lines_of(people: list[Person], on: date, *, statuses: Iterable[Status]) -> list[ListedPerson]:
    """What stands beside each name, of Party status only these kinds; three queries."""
    ids = [person.pk for person in people]
    posts = posts_of(people, on)
    standing = PartyStatus.objects.on(on).filter(person__in=ids, status__in=list(statuses))
    held = {row.person_id: row for row in standing}
    units: dict[Any, list[str]] = {}
    for place in UnitMembership.objects.on(on).filter(person__in=ids).select_related("unit"):
        units.setdefault(place.person_id, []).append(name_on(place.unit, on))
    return [ListedPerson(one, posts.get(one.pk, []), held.get(one.pk), units.get(one.pk, [])) for one in people]


def units_of_tab(tab: str, on: date) -> list[tuple[str, str]]:
    """Units by which a tab can be narrowed: id and name."""
    kinds = {MEMBERS: (UnitKind.PARTY_GROUP,), PUPILS: (UnitKind.CLASS,), STAFF: OF_WORK}.get(tab)
    if kinds is None:
        return []
    rows = Unit.objects.on(on).filter(kind__in=kinds).order_by("-entry_year", "number", "kind", "name")
    return [(str(unit.pk), name_on(unit, on)) for unit in rows]
