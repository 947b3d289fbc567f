"""Offices: who holds which, in which unit, from when to when. Roles in the product follow from these and from nothing else."""

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
    CLASS_TEACHER = "class_teacher", _("class teacher")
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
ONE_HOLDER = (PostKind.SECRETARY, PostKind.GROUP_LEADER, PostKind.CLASS_TEACHER, PostKind.PRINCIPAL)
# Who keeps the system and who reads what was done in it (等级保护: 管理员分离). Nobody holds both on one day.
KEPT_APART: dict[str, PostKind] = {PostKind.ADMINISTRATOR: PostKind.AUDITOR, PostKind.AUDITOR: PostKind.ADMINISTRATOR}
# The kind of unit an office belongs to; what is not here is held in the school as a whole.
HOME_OF_POST: dict[str, UnitKind] = {
    **dict.fromkeys(COMMITTEE_POSTS, UnitKind.BRANCH),
    PostKind.CLERK: UnitKind.BRANCH,
    PostKind.GROUP_LEADER: UnitKind.PARTY_GROUP,
    PostKind.CLASS_TEACHER: UnitKind.CLASS,
}
POST_ORDER = {kind.value: place for place, kind in enumerate(PostKind)}


class Post(Dated):
    """职务: one office held by one person for a time. 支委 posts and 党务干事 belong to the branch, 组长 to the group."""

    person = SchoolFK(Person, models.CASCADE, related_name="posts")
    unit = SchoolFK(Unit, models.CASCADE, null=True, blank=True, related_name="posts")
    kind = models.CharField(_("post"), max_length=20, choices=PostKind)
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person", "unit", "kind"), condition=Q(to_day__isnull=True), name="people_post_one_open"
            ),
            models.UniqueConstraint(
                fields=("school", "person", "kind"),
                condition=Q(to_day__isnull=True, unit__isnull=True),
                name="people_post_one_open_schoolwide",
            ),
        )
        indexes = (models.Index(fields=("school", "unit", "kind"), name="people_post_unit_kind"),)

    class Privacy:
        internal = ("id", "school", "person", "unit", "kind", "basis", "from_day", "to_day")
