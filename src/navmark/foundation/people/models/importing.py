"""What the school has told us about its tables, so that it is asked once: headings, answers, and a file under way."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models.person import Person
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class TableKind(models.TextChoices):
    STAFF = "staff", _("staff")
    MEMBERS = "members", _("Party members")
    PUPILS = "pupils", _("pupils")


class RememberedHeading(SchoolOwned):
    """表头对应: in this school's tables this heading means that field; an empty field means "keep it as it is"."""

    kind = models.CharField(max_length=10, choices=TableKind)
    heading = models.CharField(max_length=100)
    field = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "kind", "heading"), name="people_rememberedheading_once"),)

    class Privacy:
        internal = ("id", "school", "kind", "heading", "field")


class ImportAnswer(SchoolOwned):
    """同一人判定: a row that looks so is this person. The fingerprint is a blind index; nobody is readable in it."""

    kind = models.CharField(max_length=10, choices=TableKind)
    fingerprint = models.CharField(max_length=64)
    person = SchoolFK(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "kind", "fingerprint"), name="people_importanswer_once"),)

    class Privacy:
        personal = ("id", "school", "kind", "fingerprint", "person")


class ImportDraft(SchoolOwned):
    """导入草稿: a table between upload and commit, sealed, with what was decided so far. Gone after a week."""

    kind = models.CharField(max_length=10, choices=TableKind)
    file_name = models.CharField(max_length=200, blank=True)
    content = EncryptedTextField()  # JSON of the table as it was read
    school_year = models.PositiveSmallIntegerField(_("school year"))
    mapping = models.JSONField(default=dict)  # heading -> field; only what the clerk chose
    answers = models.JSONField(default=dict)  # fingerprint -> person id, or "new"
    made_by = SchoolFK(Person, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Privacy:
        internal = ("id", "school", "kind", "file_name", "school_year", "mapping", "made_at", "expires_at")
        personal = ("made_by", "answers")
        sensitive = ("content",)
