"""Persons, their engagement with the school, and who is guardian of whom."""

import json

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.people.dated import Dated
from navmark.foundation.sealing.fields import EncryptedTextField, Unreadable
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class Sex(models.TextChoices):
    MALE = "m", _("male")
    FEMALE = "f", _("female")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Person(SchoolOwned):
    """人员: somebody this school knows. Names and sort keys are clear; identity number, phone and address are sealed."""

    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=60)
    sort_key = models.CharField(max_length=120, editable=False)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    born = models.DateField(_("date of birth"), null=True, blank=True)
    born_precision = models.CharField(max_length=5, choices=Precision, blank=True)
    staff_number = models.CharField(_("staff number"), max_length=40, blank=True)
    pupil_number = models.CharField(_("pupil number"), max_length=40, blank=True)
    ethnicity = models.CharField(_("ethnicity"), max_length=30, blank=True)
    education = models.CharField(_("education"), max_length=30, blank=True)
    subject = models.CharField(_("subject taught"), max_length=40, blank=True)
    job = models.CharField(_("position"), max_length=60, blank=True)
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    id_number = EncryptedTextField(_("identity number"), blank=True, default="")
    id_index = models.CharField(max_length=64, blank=True, editable=False)
    address = EncryptedTextField(_("address"), blank=True, default="")
    extra = EncryptedTextField(_("other columns of the sheet"), blank=True, default="")  # JSON: heading -> text
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("sort_key", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("school", "staff_number"), condition=~Q(staff_number=""), name="people_person_staff_number"
            ),
            models.UniqueConstraint(
                fields=("school", "pupil_number"), condition=~Q(pupil_number=""), name="people_person_pupil_number"
            ),
            models.UniqueConstraint(fields=("school", "id_index"), condition=~Q(id_index=""), name="people_person_id_index"),
        )
        indexes = (
            models.Index(fields=("school", "sort_key"), name="people_person_sorted"),
            models.Index(fields=("school", "name"), name="people_person_named"),
            models.Index(fields=("school", "phone_index"), name="people_person_phone"),
        )

    class Privacy:
        internal = ("id", "school", "created_at")
        personal = (
            "name",
            "sort_key",
            "sex",
            "born",
            "born_precision",
            "staff_number",
            "ethnicity",
            "education",
            "subject",
            "job",
        )
        sensitive = ("pupil_number", "phone", "phone_index", "id_number", "id_index", "address", "extra")

    def __str__(self) -> str:
        return self.name

    @property
    def extras(self) -> dict[str, str]:
        """The other columns of the sheets: heading -> text."""
        return json.loads(self.extra) if self.extra and not isinstance(self.extra, Unreadable) else {}


class EngagementKind(models.TextChoices):
    STAFF = "staff", _("staff")
    PUPIL = "pupil", _("pupil")
    GUARDIAN = "guardian", _("guardian")
    COMMUNITY = "community", _("community worker")


class Leaving(models.TextChoices):
    RETIRED = "retired", _("retired")
    TRANSFERRED = "transferred", _("transferred")
    RESIGNED = "resigned", _("resigned")
    GRADUATED = "graduated", _("graduated")
    DIED = "died", _("died")
    OTHER = "other", _("left")


class Engagement(Dated):
    """与学校的关系: on the staff, on the roll, a guardian, a community worker; and how it ended."""

    person = SchoolFK(Person, models.CASCADE, related_name="engagements")
    kind = models.CharField(_("kind"), max_length=10, choices=EngagementKind)
    leaving = models.CharField(_("left because"), max_length=12, choices=Leaving, blank=True)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("school", "person", "kind"), condition=Q(to_day__isnull=True), name="people_engagement_one_open"
            ),
        )

    class Privacy:
        personal = ("id", "school", "person", "kind", "leaving", "from_day", "to_day")


class Guardianship(Dated):
    """监护关系: who answers for which child."""

    two_people = (("guardian", "child"),)

    guardian = SchoolFK(Person, models.CASCADE, related_name="wards")
    child = SchoolFK(Person, models.CASCADE, related_name="guardians")
    relation = models.CharField(_("relation"), max_length=20, blank=True)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=("school", "guardian", "child"), name="people_guardianship_once"),
        )

    class Privacy:
        sensitive = ("id", "school", "guardian", "child", "relation", "from_day", "to_day")
