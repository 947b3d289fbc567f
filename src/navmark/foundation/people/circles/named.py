"""The circles of a school. Whoever is looking for a right finds here from which fact it follows."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.circles.around import Reach
from navmark.foundation.people.circles.registry import Circle, register
from navmark.foundation.people.circles.tables import (
    CONTACTS,
    ENGAGEMENTS,
    GROUP_PLACES,
    GUARDIANS,
    PLACES,
    POSTS,
    PUPILS,
    STATUSES,
    SUSPENSIONS,
    TEACHING,
    Holding,
)
from navmark.foundation.people.models import COMMITTEE_POSTS, EngagementKind, PostKind, Status, UnitKind
from navmark.foundation.people.models.post import HEADS
from navmark.foundation.people.models.status import MEMBER_STATUSES

_PARTY = (UnitKind.BRANCH, UnitKind.PARTY_GROUP)
_TEACHING = (UnitKind.CLASS, UnitKind.GRADE, UnitKind.SCHOOL)
_CIRCLES_OF_WORK = (UnitKind.SUBJECT_GROUP, UnitKind.DEPARTMENT, UnitKind.STUDIO, UnitKind.CLUB, UnitKind.COMMUNITY)

MEMBERS, FULL_MEMBERS, VOTING_MEMBERS = "members", "full_members", "voting_members"
COMMITTEE, SECRETARY, DEPUTY_SECRETARY = "committee", "secretary", "deputy_secretary"
ORGANISER, CLERK, GROUP_LEADER = "organiser", "clerk", "group_leader"
STAFF, TEACHERS_OF, CLASS_TEACHER, GRADE_HEAD = "staff", "teachers_of", "class_teacher", "grade_head"
SUBJECT_HEAD, DEPARTMENT_HEAD, STUDIO_HEAD, CLUB_HEAD = "subject_head", "department_head", "studio_head", "club_head"
HEAD_OF, COLLEAGUES = "head_of", "colleagues"
PRINCIPAL, VICE_PRINCIPAL, TEACHING_HEAD, MORAL_HEAD = "principal", "vice_principal", "teaching_head", "moral_head"
OFFICE_HEAD, LOGISTICS_HEAD, COUNSELLOR, UNION_CHAIR = "office_head", "logistics_head", "counsellor", "union_chair"
ADMINISTRATOR, AUDITOR = "administrator", "auditor"
PUPILS_OF, GUARDIANS_OF, COMMUNITY_CONTACT = "pupils", "guardians", "community_contact"
HOST, RECORDER, OWNER, AUTHOR, PARTICIPANTS, ABOUT = "host", "recorder", "owner", "author", "participants", "about"
ANOTHER = "another"  # "another:committee": anybody of the committee but who did the step before


def _office(code: str, *kinds: PostKind, around: tuple[UnitKind, ...] = tuple(UnitKind), label: object = None) -> Circle:
    """An office of a unit; called as its post is unless said otherwise."""
    return Circle(code, label or kinds[0].label, around, (Holding(POSTS, tuple(kinds)),))  # type: ignore[arg-type]


def _members(code: str, label: object, *statuses: Status, unless: tuple[Holding, ...] = ()) -> Circle:
    held = tuple(Holding(table, tuple(statuses)) for table in (STATUSES, GROUP_PLACES))
    return Circle(code, label, (*_PARTY, UnitKind.SCHOOL), held, unless, Reach.PLACE)  # type: ignore[arg-type]


register(
    _members(MEMBERS, _("Party members"), *MEMBER_STATUSES),
    _members(FULL_MEMBERS, _("full members"), Status.FULL),
    _members(VOTING_MEMBERS, _("members entitled to vote"), Status.FULL, unless=(Holding(SUSPENSIONS),)),
    _office(COMMITTEE, *COMMITTEE_POSTS, around=_PARTY, label=_("committee")),
    _office(SECRETARY, PostKind.SECRETARY, around=_PARTY),
    _office(DEPUTY_SECRETARY, PostKind.DEPUTY_SECRETARY, around=_PARTY),
    _office(ORGANISER, PostKind.ORGANISATION, around=_PARTY),
    _office(CLERK, PostKind.CLERK, around=_PARTY),
    _office(GROUP_LEADER, PostKind.GROUP_LEADER, around=_PARTY),
    Circle(STAFF, _("staff"), holdings=(Holding(ENGAGEMENTS, (EngagementKind.STAFF,)),)),
    Circle(
        TEACHERS_OF,
        _("teachers of the class"),
        _TEACHING,
        (Holding(TEACHING), Holding(POSTS, (PostKind.CLASS_TEACHER,))),
        reach=Reach.PLACE,
    ),
    _office(CLASS_TEACHER, PostKind.CLASS_TEACHER, around=_TEACHING),
    _office(GRADE_HEAD, PostKind.GRADE_HEAD, around=_TEACHING),
    _office(SUBJECT_HEAD, PostKind.SUBJECT_HEAD, around=(UnitKind.SUBJECT_GROUP, UnitKind.SCHOOL)),
    _office(DEPARTMENT_HEAD, PostKind.DEPARTMENT_HEAD, around=(UnitKind.DEPARTMENT, UnitKind.SCHOOL)),
    _office(STUDIO_HEAD, PostKind.STUDIO_HEAD, around=(UnitKind.STUDIO, UnitKind.SCHOOL)),
    _office(CLUB_HEAD, PostKind.CLUB_HEAD, around=(UnitKind.CLUB, UnitKind.SCHOOL)),
    Circle(HEAD_OF, _("head of the unit"), holdings=(Holding(POSTS, HEADS),), reach=Reach.HERE),
    Circle(
        COLLEAGUES,
        _("those who belong to the unit"),
        _CIRCLES_OF_WORK,
        (Holding(PLACES, _CIRCLES_OF_WORK),),
        reach=Reach.PLACE,
    ),
    *(
        _office(kind.value, kind)
        for kind in (
            PostKind.PRINCIPAL,
            PostKind.VICE_PRINCIPAL,
            PostKind.TEACHING_HEAD,
            PostKind.MORAL_HEAD,
            PostKind.OFFICE_HEAD,
            PostKind.LOGISTICS_HEAD,
        )
    ),
    _office(COUNSELLOR, PostKind.PIONEER_COUNSELLOR),
    _office(UNION_CHAIR, PostKind.UNION_CHAIR),
    _office(ADMINISTRATOR, PostKind.ADMINISTRATOR),
    _office(AUDITOR, PostKind.AUDITOR),
    Circle(PUPILS_OF, _("pupils"), _TEACHING, (Holding(PUPILS),), reach=Reach.PLACE),
    Circle(GUARDIANS_OF, _("guardians"), _TEACHING, (Holding(GUARDIANS),), reach=Reach.PLACE),
    Circle(
        COMMUNITY_CONTACT,
        _("contacts in the community"),
        (UnitKind.COMMUNITY, UnitKind.SCHOOL),
        (Holding(CONTACTS), Holding(ENGAGEMENTS, (EngagementKind.COMMUNITY,))),
        reach=Reach.PLACE,
    ),
    *(
        Circle(code, label, of_thing=True)
        for code, label in (
            (HOST, _("host")),
            (RECORDER, _("recorder")),
            (OWNER, _("owner")),
            (AUTHOR, _("who planned or wrote it")),
            (PARTICIPANTS, _("who stands on its roll")),
            (ABOUT, _("whom it is about")),
            (ANOTHER, _("another person than before")),
        )
    ),
)
