"""What a person is to the product, on a day. Roles follow from posts and status; nobody edits them."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import (
    COMMITTEE_POSTS,
    PartyStatus,
    Person,
    Post,
    PostKind,
    SchoolAccount,
    Status,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.status import MEMBER_STATUSES


class Role(StrEnum):
    SECRETARY = "secretary"
    COMMITTEE = "committee"
    CLERK = "clerk"
    GROUP_LEADER = "group_leader"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    STAFF = "staff"


ROLE_LABELS = {
    Role.SECRETARY: _("secretary"),
    Role.COMMITTEE: _("committee member"),
    Role.CLERK: _("Party clerk"),
    Role.GROUP_LEADER: _("Party group leader"),
    Role.MEMBER: _("Party member"),
    Role.ADMINISTRATOR: _("system administrator"),
    Role.AUDITOR: _("audit administrator"),
    Role.STAFF: _("staff"),
}

_ROLES_OF_POST: dict[str, tuple[Role, ...]] = {
    PostKind.SECRETARY: (Role.SECRETARY,),
    PostKind.CLERK: (Role.CLERK,),
    PostKind.GROUP_LEADER: (Role.GROUP_LEADER,),
    PostKind.ADMINISTRATOR: (Role.ADMINISTRATOR,),
    PostKind.AUDITOR: (Role.AUDITOR,),
}


def roles_from(posts: Iterable[Post], status: PartyStatus | None) -> frozenset[Role]:
    roles = {Role.STAFF}
    for post in posts:
        roles.update(_ROLES_OF_POST.get(post.kind, ()))
        if post.kind in COMMITTEE_POSTS:
            roles.add(Role.COMMITTEE)
    if status is not None and status.status in MEMBER_STATUSES:
        roles.add(Role.MEMBER)
    return frozenset(roles)


class Viewer:
    """The person before the screen: account, person, school, and (asked for once, when needed) posts and roles today."""

    def __init__(self, seat: SchoolAccount, *, on: date) -> None:
        self.seat = seat
        self.person: Person = seat.person
        self.school = seat.school
        self.on = on

    @cached_property
    def posts(self) -> list[Post]:
        return list(Post.objects.on(self.on).filter(person=self.person).select_related("unit"))

    @cached_property
    def status(self) -> PartyStatus | None:
        return PartyStatus.objects.on(self.on).filter(person=self.person).first()

    @cached_property
    def roles(self) -> frozenset[Role]:
        return roles_from(self.posts, self.status)

    @cached_property
    def led_group_ids(self) -> frozenset[UUID]:
        return frozenset(post.unit_id for post in self.posts if post.kind == PostKind.GROUP_LEADER and post.unit_id)

    @cached_property
    def own_unit_ids(self) -> frozenset[UUID]:
        """The branch and the Party group she belongs to as a member."""
        places = UnitMembership.objects.on(self.on).filter(person=self.person, unit__kind=UnitKind.PARTY_GROUP)
        branch = [self.status.branch_id] if self.status and self.status.status in MEMBER_STATUSES else []
        return frozenset([*branch, *places.values_list("unit", flat=True)])

    @cached_property
    def is_full_member(self) -> bool:
        return self.status is not None and self.status.status == Status.FULL

    @cached_property
    def branch_ids(self) -> frozenset[UUID]:
        """The branches that are hers: as a member, or by an office in the branch or in one of its groups."""
        member = [self.status.branch_id] if self.status and self.status.status in MEMBER_STATUSES else []
        return frozenset([*member, *self.branches_as(Role.SECRETARY, Role.COMMITTEE, Role.CLERK, Role.GROUP_LEADER)])

    def branches_as(self, *roles: Role) -> frozenset[UUID]:
        """The branches in which she holds one of these roles by an office."""
        held = (post for post in self.posts if post.unit and not roles_from([post], None).isdisjoint(roles))
        return frozenset(post.unit.branch_id for post in held if post.unit and post.unit.branch_id)

    def has_for(self, unit: Unit, *roles: Role) -> bool:
        """Whether one of these offices is hers in the branch of this unit; for a unit of the school, in any branch."""
        return self.has(*roles) if unit.branch_id is None else unit.branch_id in self.branches_as(*roles)

    def has(self, *roles: Role) -> bool:
        """Whether any of these roles is held today."""
        return not self.roles.isdisjoint(roles)
