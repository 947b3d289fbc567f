"""Offices: who holds which, in which unit, from when to when. What an office opens is said by circles (`circles/`)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models.person import Person
from navmark.foundation.people.models.unit import Unit, UnitKind
from navmark.foundation.tenancy.models import SchoolFK


class PostKind(models.TextChoices):
    """In the order in which names are read out: Party posts first."""

    SECRETARY = "secretary", _("secretary")
    DEPUTY_SECRETARY = "deputy_secretary", _("deputy secretary")
    ORGANISATION = "organisation", _("organisation committee member")
    PUBLICITY = "publicity", _("publicity committee member")
    DISCIPLINE = "discipline", _("discipline committee member")
    YOUTH = "youth", _("youth committee member")
    COMMITTEE_MEMBER = "committee_member", _("committee member")
    GROUP_LEADER = "group_leader", _("Party group leader")
    CLERK = "clerk", _("Party clerk")
    PRINCIPAL = "principal", _("principal")
    VICE_PRINCIPAL = "vice_principal", _("vice-principal")
    TEACHING_HEAD = "teaching_head", _("head of teaching")
    MORAL_HEAD = "moral_head", _("head of moral education")
    OFFICE_HEAD = "office_head", _("head of the office")
    LOGISTICS_HEAD = "logistics_head", _("head of logistics")
    UNION_CHAIR = "union_chair", _("chair of the union")
    PIONEER_COUNSELLOR = "pioneer_counsellor", _("Young Pioneers counsellor")
    GRADE_HEAD = "grade_head", _("head of the grade")
    SUBJECT_HEAD = "subject_head", _("head of the subject group")
    DEPARTMENT_HEAD = "department_head", _("head of the department")
    STUDIO_HEAD = "studio_head", _("head of the studio")
    CLUB_HEAD = "club_head", _("head of the club")
    CLASS_TEACHER = "class_teacher", _("class teacher")
    OTHER = "other", _("another office, in the school's own words")
    ADMINISTRATOR = "administrator", _("system administrator")
    AUDITOR = "auditor", _("audit administrator")


COMMITTEE_POSTS = (
    PostKind.SECRETARY,
    PostKind.DEPUTY_SECRETARY,
    PostKind.ORGANISATION,
    PostKind.PUBLICITY,
    PostKind.DISCIPLINE,
    PostKind.YOUTH,
    PostKind.COMMITTEE_MEMBER,
)
# Offices that only a Party member of the branch holds; the clerk and the school's offices are open to everybody.
MEMBERS_POSTS = (*COMMITTEE_POSTS, PostKind.GROUP_LEADER)
PARTY_POSTS = (*MEMBERS_POSTS, PostKind.CLERK)
HEADS = (
    PostKind.SECRETARY,
    PostKind.GROUP_LEADER,
    PostKind.PRINCIPAL,
    PostKind.GRADE_HEAD,
    PostKind.CLASS_TEACHER,
    PostKind.SUBJECT_HEAD,
    PostKind.DEPARTMENT_HEAD,
    PostKind.STUDIO_HEAD,
    PostKind.CLUB_HEAD,
)  # each heads its kind of unit, and one person at a time does
ONE_HOLDER = HEADS
# Who keeps the system and who reads what was done in it (等级保护: 管理员分离). Nobody holds both on one day.
KEPT_APART: dict[str, PostKind] = {PostKind.ADMINISTRATOR: PostKind.AUDITOR, PostKind.AUDITOR: PostKind.ADMINISTRATOR}
# The kind of unit an office belongs to; what is not here is held in the school as a whole.
HOME_OF_POST: dict[str, UnitKind] = {
    **dict.fromkeys(COMMITTEE_POSTS, UnitKind.BRANCH),
    PostKind.CLERK: UnitKind.BRANCH,
    PostKind.GROUP_LEADER: UnitKind.PARTY_GROUP,
    PostKind.GRADE_HEAD: UnitKind.GRADE,
    PostKind.CLASS_TEACHER: UnitKind.CLASS,
    PostKind.SUBJECT_HEAD: UnitKind.SUBJECT_GROUP,
    PostKind.DEPARTMENT_HEAD: UnitKind.DEPARTMENT,
    PostKind.STUDIO_HEAD: UnitKind.STUDIO,
    PostKind.CLUB_HEAD: UnitKind.CLUB,
}
ANYWHERE = PostKind.OTHER  # its home is any unit, or none
POST_ORDER = {kind.value: place for place, kind in enumerate(PostKind)}


class Post(Dated):
    """职务: one office of one unit, held by one person for a time. An office without a unit is of the school as a whole.

    What carries no right in the product (年级副组长, 食堂监督员) is OTHER, with the school's own words as `title`.
    """

    person = SchoolFK(Person, models.CASCADE, related_name="posts")
    unit = SchoolFK(Unit, models.CASCADE, null=True, blank=True, related_name="posts")
    kind = models.CharField(_("post"), max_length=20, choices=PostKind)
    title = models.CharField(_("title of the office"), max_length=40, blank=True)
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person", "unit", "kind", "title"),
                condition=Q(to_day__isnull=True),
                name="people_post_one_open",
            ),
            models.UniqueConstraint(
                fields=("school", "person", "kind", "title"),
                condition=Q(to_day__isnull=True, unit__isnull=True),
                name="people_post_one_open_schoolwide",
            ),
        )
        indexes = (models.Index(fields=("school", "unit", "kind"), name="people_post_unit_kind"),)

    @property
    def called(self) -> str:
        """What the office is called: by its kind, or in the school's own words."""
        return self.title or str(self.get_kind_display())

    class Privacy:
        internal = ("id", "school", "person", "unit", "kind", "title", "basis", "from_day", "to_day")
