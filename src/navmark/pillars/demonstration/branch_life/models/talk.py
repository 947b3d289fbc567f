"""谈心谈话."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Part
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class TalkKind(models.TextChoices):
    """谈心谈话 of these classes, at least once a year each (支部工作条例第十九条)."""

    COMMITTEE_COMMITTEE = "committee_committee", _("between committee members")
    COMMITTEE_MEMBER = "committee_member", _("committee member and member")
    MEMBER_MEMBER = "member_member", _("between members")


class Talk(SchoolOwned):
    """谈心谈话: its words are sealed, and open to the two and the secretary alone."""

    part = SchoolFK(Part, models.CASCADE, related_name="talks")
    kind = models.CharField(_("kind"), max_length=20, choices=TalkKind, blank=True)
    content = EncryptedTextField(_("what was talked about"), blank=True, default="")
    opinions = EncryptedTextField(_("opinions and suggestions"), blank=True, default="")
    measures = EncryptedTextField(_("what will be done"), blank=True, default="")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("school", "part"), name="branch_life_talk_one_a_part"),)

    class Privacy:
        internal = ("id", "school", "part", "revision")
        sensitive = ("kind", "content", "opinions", "measures")
