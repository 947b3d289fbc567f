"""A branch as it is on a day, gathered for a page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from navmark.foundation.people import queries
from navmark.foundation.people.models import (
    COMMITTEE_POSTS,
    CommitteeTerm,
    PartyStatus,
    Person,
    Post,
    PostKind,
    Status,
    Unit,
    UnitMembership,
)
from navmark.foundation.people.models.post import POST_ORDER
from navmark.foundation.people.models.status import MEMBER_STATUSES


@dataclass(frozen=True)
class Group:
    unit: Unit
    leader: Person | None
    members: list[Person]


@dataclass(frozen=True)
class BranchOverview:
    branch: Unit
    on: date
    term: CommitteeTerm | None
    committee: list[Post]
    clerks: list[Post]
    groups: list[Group]
    ungrouped: list[Person]
    full: int
    probationary: int

    @property
    def term_is_overdue(self) -> bool:
        return self.term is not None and self.term.is_overdue_on(self.on)


def branch_overview(branch: Unit, on: date) -> BranchOverview:
    """Everything on the branch page; eight queries, whatever its size."""
    members = queries.in_reading_order(queries.members_on(branch, on), on)
    posts = list(_posts_within(branch, on))
    groups = _groups(branch, members, posts, on)
    placed = {person.pk for group in groups for person in group.members}
    counts = PartyStatus.objects.on(on).filter(branch=branch, status__in=MEMBER_STATUSES)
    by_status = dict(counts.order_by().values_list("status").annotate(Count("id")))
    return BranchOverview(
        branch=branch,
        on=on,
        term=CommitteeTerm.objects.filter(branch=branch, elected_on__lte=on).first(),
        committee=[post for post in posts if post.kind in COMMITTEE_POSTS],
        clerks=[post for post in posts if post.kind == PostKind.CLERK],
        groups=groups,
        ungrouped=[person for person in members if person.pk not in placed],
        full=by_status.get(Status.FULL, 0),
        probationary=by_status.get(Status.PROBATIONARY, 0),
    )


def _posts_within(branch: Unit, on: date) -> list[Post]:
    rows = Post.objects.on(on).filter(Q(unit=branch) | Q(unit__parent=branch)).select_related("person", "unit")
    return sorted(rows, key=lambda post: (POST_ORDER[post.kind], post.person.sort_key))


def _groups(branch: Unit, members: list[Person], posts: list[Post], on: date) -> list[Group]:
    places = UnitMembership.objects.on(on).filter(unit__parent=branch).values_list("unit", "person")
    within: dict[object, set] = {}
    for unit, person in places:
        within.setdefault(unit, set()).add(person)
    leaders = {post.unit_id: post.person for post in posts if post.kind == PostKind.GROUP_LEADER}
    return [
        Group(unit, leaders.get(unit.pk), [person for person in members if person.pk in within.get(unit.pk, ())])
        for unit in queries.party_groups(branch, on)
    ]
