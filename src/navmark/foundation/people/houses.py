"""The units of the school as they are on a day, gathered for their pages: who heads them, who belongs, who teaches what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count

from navmark.foundation.people.circles.around import contains
from navmark.foundation.people.models import Person, Post, PostKind, Teaching, Unit, UnitKind, UnitMembership
from navmark.foundation.people.models.post import HEADS, HOME_OF_POST, POST_ORDER
from navmark.foundation.people.models.unit import HAVE_PLACES
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import members_on

OF_WORK = (UnitKind.SUBJECT_GROUP, UnitKind.DEPARTMENT, UnitKind.STUDIO, UnitKind.CLUB, UnitKind.COMMUNITY)
HEAD_OF_KIND: dict[str, PostKind] = {HOME_OF_POST.get(kind, UnitKind.SCHOOL): PostKind(kind) for kind in HEADS}


@dataclass(frozen=True)
class UnitLine:
    """One unit in a list; for a grade its classes below it."""

    unit: Unit
    name: str
    heads: list[Person]
    size: int
    classes: "list[UnitLine]" = field(default_factory=list)


def lines_of(kinds: Iterable[str], on: date) -> list[UnitLine]:
    """The units of these kinds in their order, with heads and how many belong there; three queries."""
    units = list(Unit.objects.on(on).filter(kind__in=list(kinds)))
    heads: dict[UUID | None, list[Person]] = defaultdict(list)
    for post in Post.objects.on(on).filter(unit__in=units, kind__in=HEADS).select_related("person"):
        heads[post.unit_id].append(post.person)
    places = UnitMembership.objects.on(on).filter(unit__in=units).order_by()
    sizes = dict(places.values_list("unit").annotate(Count("id")))
    return [UnitLine(unit, name_on(unit, on), heads[unit.pk], sizes.get(unit.pk, 0)) for unit in units]


def grades_with_classes(on: date) -> list[UnitLine]:
    """The grades that have classes on that day, each with its classes by number; three queries."""
    lines = lines_of((UnitKind.GRADE, UnitKind.CLASS), on)
    classes = [line for line in lines if line.unit.kind == UnitKind.CLASS]
    found = []
    for line in sorted((line for line in lines if line.unit.kind == UnitKind.GRADE), key=lambda line: line.unit.number or 0):
        own = sorted((one for one in classes if contains(line.unit, one.unit, on=on)), key=lambda one: one.unit.number or 0)
        if own:
            found.append(UnitLine(line.unit, line.name, line.heads, sum(one.size for one in own), own))
    return found


def groups_of_work(on: date) -> list[tuple[UnitKind, list[UnitLine]]]:
    """Subject groups, departments, studios, clubs, communities, each kind by name; three queries."""
    lines = sorted(lines_of(OF_WORK, on), key=lambda line: line.name)
    return [(kind, [line for line in lines if line.unit.kind == kind]) for kind in OF_WORK]


@dataclass(frozen=True)
class UnitPage:
    """One unit. `people` are adults: pupils stand behind their own door, and of a class only how many there are."""

    unit: Unit
    name: str
    head_kind: PostKind | None
    posts: list[Post]
    people: list[UnitMembership]
    pupils: int
    teaching: list[Teaching]
    classes: list[UnitLine]

    @property
    def has_places(self) -> bool:
        """Whether who belongs there is told by name."""
        return self.unit.kind in (*OF_WORK, UnitKind.PARTY_GROUP)

    @property
    def branch(self) -> Unit | None:
        """Of a Party group, the branch that it is part of."""
        return self.unit.parent if self.unit.kind == UnitKind.PARTY_GROUP else None

    @property
    def may_change(self) -> bool:
        """The school, its grades and its classes are named and closed by the school year; a branch says who is in its groups."""
        return self.unit.kind in OF_WORK


def pupils_of(klass: Unit, on: date) -> list[Person]:
    """Who is in the class on that day, by strokes, without what is sealed."""
    places = UnitMembership.objects.on(on).filter(unit=klass)
    return list(Person.objects.filter(pk__in=places.values("person")).only("pk", "name").order_by("sort_key", "id"))


def page_of_unit(unit: Unit, on: date) -> UnitPage:
    """Seven queries at most, whatever its size."""
    posts = Post.objects.on(on).filter(unit=unit).select_related("person")
    places = UnitMembership.objects.on(on).filter(unit=unit)
    is_class, is_grade = unit.kind == UnitKind.CLASS, unit.kind == UnitKind.GRADE
    with_people = unit.kind in HAVE_PLACES and not is_class
    named = places.filter(person__in=members_on(unit, on)) if unit.kind == UnitKind.PARTY_GROUP else places
    return UnitPage(
        unit=unit,
        name=name_on(unit, on),
        head_kind=HEAD_OF_KIND.get(unit.kind) if unit.kind != UnitKind.SCHOOL else None,
        posts=sorted(posts, key=lambda post: (POST_ORDER[post.kind], post.person.sort_key)),
        people=list(named.select_related("person").order_by("person__sort_key")) if with_people else [],
        pupils=places.count() if is_class else 0,
        teaching=list(Teaching.objects.on(on).filter(unit=unit).select_related("person")) if is_class else [],
        classes=next((line.classes for line in grades_with_classes(on) if line.unit == unit), []) if is_grade else [],
    )
