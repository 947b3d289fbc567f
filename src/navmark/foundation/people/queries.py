"""Who is who on a day. Every answer is a query over dated rows; none is kept."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from navmark.foundation.people.dated import true_on
from navmark.foundation.people.identity import phone_key
from navmark.foundation.people.models import (
    COMMITTEE_POSTS,
    Absence,
    CommitteeTerm,
    Engagement,
    EngagementKind,
    Exemption,
    PartyStatus,
    Person,
    Post,
    PostKind,
    RightsSuspension,
    Status,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.post import POST_ORDER
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.models.unit import OF_THE_PARTY


def _has(rows: QuerySet, on: date) -> Q:
    """The condition "somebody of these rows on `on`"; a list of ids, which is read before 1,600 pupils are."""
    return Q(pk__in=rows.filter(true_on(on)).values("person"))


def school_unit() -> Unit | None:
    """The school itself as a unit; None only before it was founded."""
    return Unit.objects.filter(kind=UnitKind.SCHOOL).first()


def grades() -> list[Unit]:
    return list(Unit.objects.filter(kind=UnitKind.GRADE).order_by("number"))


def branches(on: date) -> QuerySet[Unit]:
    return Unit.objects.on(on).filter(kind=UnitKind.BRANCH).order_by("from_day", "id")


def party_groups(branch: Unit, on: date) -> QuerySet[Unit]:
    return Unit.objects.on(on).filter(kind=UnitKind.PARTY_GROUP, parent=branch).order_by("number", "id")


def branch_of(unit: Unit) -> Unit:
    """The branch that a Party group belongs to, or the branch itself."""
    return unit.parent if unit.kind == UnitKind.PARTY_GROUP and unit.parent is not None else unit


def with_status(branch: Unit, on: date, statuses: Iterable[str]) -> QuerySet[Person]:
    return Person.objects.filter(_has(PartyStatus.objects.filter(branch=branch, status__in=list(statuses)), on))


def statuses_on(branch: Unit, on: date) -> list[PartyStatus]:
    """The status of each full and probationary member of this branch on `on`, with the person. One query."""
    rows = PartyStatus.objects.on(on).filter(branch=branch, status__in=MEMBER_STATUSES)
    return list(rows.select_related("person"))


def members_on(unit: Unit, on: date) -> QuerySet[Person]:
    """党员: full and probationary members of a branch, or of one Party group, on `on`."""
    people = with_status(branch_of(unit), on, MEMBER_STATUSES)
    if unit.kind == UnitKind.PARTY_GROUP:
        people = people.filter(_has(UnitMembership.objects.filter(unit=unit), on))
    return people


def members_of(branches: Iterable[Unit], on: date) -> QuerySet[Person]:
    """The members of several branches, by strokes."""
    held = PartyStatus.objects.filter(branch__in=list(branches), status__in=MEMBER_STATUSES)
    return Person.objects.filter(_has(held, on)).order_by("sort_key")


def voters_on(unit: Unit, on: date) -> QuerySet[Person]:
    """有表决权的党员: full members whose rights are not suspended on `on` (选举条例第五条; 党章第七条)."""
    full = members_on(unit, on).filter(_has(PartyStatus.objects.filter(status=Status.FULL), on))
    return full.exclude(_has(RightsSuspension.objects.all(), on))


def is_member_on(person: Person, on: date, *, branch: Unit | None = None) -> bool:
    """Whether the person is a full or probationary member (of this branch) on `on`."""
    rows = PartyStatus.objects.on(on).filter(person=person, status__in=MEMBER_STATUSES)
    return (rows if branch is None else rows.filter(branch=branch)).exists()


def committee_on(branch: Unit, on: date) -> QuerySet[Person]:
    """支部委员会 of the branch on `on`."""
    return holders_of(COMMITTEE_POSTS, unit=branch, on=on)


def term_elected(branch: Unit, day: date, *, meeting: UUID | None = None) -> CommitteeTerm | None:
    """The term that this election began: by its meeting, also where its day was corrected since, else by its day."""
    terms = CommitteeTerm.objects.filter(branch=branch)
    named = terms.filter(meeting=meeting).first() if meeting else None
    return named or terms.filter(elected_on=day).first()


def holders_of(kinds: Iterable[str], *, on: date, unit: Unit | None = None) -> QuerySet[Person]:
    posts = Post.objects.filter(kind__in=list(kinds))
    return Person.objects.filter(_has(posts if unit is None else posts.filter(unit=unit), on))


def leader_of(group: Unit, on: date) -> Person | None:
    return holders_of((PostKind.GROUP_LEADER,), unit=group, on=on).first()


def secretary_of(branch: Unit, on: date) -> Person | None:
    return holders_of((PostKind.SECRETARY,), unit=branch, on=on).first()


def clerks(branch: Unit, on: date) -> QuerySet[Person]:
    return holders_of((PostKind.CLERK,), unit=branch, on=on)


def reasons_away(people: Iterable[Person], on: date, *, unit: Unit | None = None) -> dict[object, str]:
    """Why each of these persons is away or exempt on `on`: person id -> reason in words. Two queries.

    An exemption excuses from what a member owes: in a `unit` that is not of the Party it is neither asked nor told.
    """
    ids = [person.pk for person in people]
    exempt = Exemption.objects.on(on).filter(person__in=ids) if unit is None or unit.kind in OF_THE_PARTY else ()
    away = {row.person_id: str(row.reason) for row in exempt}
    for row in Absence.objects.on(on).filter(person__in=ids):
        away[row.person_id] = row.note or row.get_kind_display()
    return away


def posts_of(people: Iterable[Person], on: date) -> dict[object, list[Post]]:
    """The posts of these persons on `on`, most senior first: person id -> posts. One query."""
    found: dict[object, list[Post]] = {}
    rows = Post.objects.on(on).filter(person__in=[person.pk for person in people]).select_related("unit")
    for post in sorted(rows, key=lambda post: POST_ORDER[post.kind]):
        found.setdefault(post.person_id, []).append(post)
    return found


def in_reading_order(people: Iterable[Person], on: date) -> list[Person]:
    """党内职务, then strokes of the surname: the order in which names stand on every list. One query."""
    people = list(people)
    posts = posts_of(people, on)
    committee = {kind.value for kind in COMMITTEE_POSTS}

    def place(person: Person) -> tuple[int, str, str]:
        held = [POST_ORDER[post.kind] for post in posts.get(person.pk, ()) if post.kind in committee]
        return (min(held, default=len(POST_ORDER)), person.sort_key, str(person.pk))

    return sorted(people, key=place)


def look_alikes(name: str, phone: str) -> list[Person]:
    """Adults who might be this one: of the same name, or with the same phone. Two queries; nobody is a pupil."""
    children = Engagement.objects.filter(kind=EngagementKind.PUPIL).values("person")
    same = Q(name=name.strip()) | Q(phone_index=phone_key(phone)) if phone_key(phone) else Q(name=name.strip())
    found = Person.objects.filter(same).exclude(pk__in=children).prefetch_related("engagements")
    return list(found.defer("phone", "id_number", "address", "extra"))


def classes_on(day: date) -> list[Unit]:
    """Classes at school on `day`, by grade and number."""
    rows = Unit.objects.on(day).filter(kind=UnitKind.CLASS)
    return sorted((unit for unit in rows if unit.grade_on(day)), key=lambda unit: (unit.grade_on(day), unit.number))


def classes_of(unit: Unit, day: date) -> list[Unit]:
    """A class is its own; a grade has those that are in it on that day; the school, and what is above grades, all."""
    if unit.kind == UnitKind.CLASS:
        return [unit]
    every = classes_on(day)
    return [one for one in every if one.grade_on(day) == unit.number] if unit.kind == UnitKind.GRADE else every


def pupils_by_class(classes: Iterable[Unit], day: date) -> dict[UUID, list[Person]]:
    """The pupils of each class on that day, by name. One query."""
    found: dict[UUID, dict[UUID, Person]] = {unit.pk: {} for unit in classes}
    is_pupil = true_on(day, path="person__engagements__") & Q(person__engagements__kind=EngagementKind.PUPIL)
    rows = UnitMembership.objects.on(day).filter(is_pupil, unit__in=found).select_related("person")
    for row in rows.only("unit", "person__name", "person__sort_key").order_by("person__sort_key", "person__pk"):
        found[row.unit_id][row.person_id] = row.person
    return {unit: list(people.values()) for unit, people in found.items()}
