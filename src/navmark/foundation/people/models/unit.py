"""Units of the school and the Party, and who belongs to them."""

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models.person import Person
from navmark.foundation.tenancy.models import SchoolFK

GRADES = 6


class UnitKind(models.TextChoices):
    SCHOOL = "school", _("the school")
    BRANCH = "branch", _("Party branch")
    PARTY_GROUP = "party_group", _("Party group")
    GRADE = "grade", pgettext_lazy("of a school", "grade")
    CLASS = "class", _("class")
    SUBJECT_GROUP = "subject_group", _("subject group")
    DEPARTMENT = "department", _("department")
    STUDIO = "studio", _("studio")
    CLUB = "club", _("club")
    COMMUNITY = "community", _("community")

    @property
    def heading(self) -> str:
        """What stands before the name of such a unit: 班级, 教研组; before the school's, 学校."""
        return capfirst(str(_("School") if self == UnitKind.SCHOOL else self.label))


# Who belongs there has a place in it; a branch has its members by their status, the school and a grade by their classes.
HAVE_PLACES = (
    UnitKind.PARTY_GROUP,
    UnitKind.CLASS,
    UnitKind.SUBJECT_GROUP,
    UnitKind.DEPARTMENT,
    UnitKind.STUDIO,
    UnitKind.CLUB,
    UnitKind.COMMUNITY,
)
SEVERAL_PLACES = (UnitKind.DEPARTMENT, UnitKind.STUDIO, UnitKind.CLUB, UnitKind.COMMUNITY)  # one may have a place in each
OF_THE_PARTY = (UnitKind.BRANCH, UnitKind.PARTY_GROUP)


class Unit(Dated):
    """组织单元: the school itself, a branch, a Party group, a grade, a class, a subject group ...

    A class is (entry year, number) and its grade follows from the day; so a grade is its number alone, and the classes it holds
    change every September without a write.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=UnitKind)
    name = models.CharField(_("name"), max_length=100, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    entry_year = models.PositiveSmallIntegerField(_("entry year"), null=True, blank=True)
    parent = SchoolFK("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta(Dated.Meta):
        ordering = ("kind", "-entry_year", "number", "name", "id")  # the youngest class first, as a school lists them
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "entry_year", "number"), condition=Q(kind="class"), name="people_unit_class_once"
            ),
            models.UniqueConstraint(
                fields=("school", "parent", "number"), condition=Q(kind="party_group"), name="people_unit_group_once"
            ),
            models.UniqueConstraint(fields=("school", "number"), condition=Q(kind="grade"), name="people_unit_grade_once"),
            models.UniqueConstraint(fields=("school",), condition=Q(kind="school"), name="people_unit_school_once"),
        )

    class Privacy:
        internal = ("id", "school", "kind", "name", "number", "entry_year", "parent", "from_day", "to_day")

    def __str__(self) -> str:
        return self.name

    @property
    def heading(self) -> str:
        return UnitKind(self.kind).heading

    @property
    def branch_id(self) -> UUID | None:
        """Of a branch or a Party group; None of a unit of the school."""
        if self.kind not in OF_THE_PARTY:
            return None
        return self.parent_id or self.pk

    def grade_on(self, day: date) -> int | None:
        """1 to 6 while the class is at school on `day`, else None."""
        if self.entry_year is None:
            return None
        grade = school_year_of(day) - self.entry_year + 1
        return grade if 1 <= grade <= GRADES else None


class UnitMembership(Dated):
    """归属: a person belongs to a unit for a time."""

    person = SchoolFK(Person, models.CASCADE, related_name="memberships")
    unit = SchoolFK(Unit, models.CASCADE, related_name="memberships")

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person", "unit"), condition=Q(to_day__isnull=True), name="people_unitmembership_one_open"
            ),
        )
        indexes = (models.Index(fields=("school", "unit", "person"), name="people_unitmembership_unit"),)

    class Privacy:
        personal = ("id", "school", "person", "unit", "from_day", "to_day")
