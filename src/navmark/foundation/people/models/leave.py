"""Why somebody need not come, and why somebody may not vote: three different facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models.person import Person
from navmark.foundation.tenancy.models import SchoolFK


class AbsenceKind(models.TextChoices):
    SECONDED = "seconded", _("seconded")
    SUPPORT_TEACHING = "support_teaching", _("teaching in support elsewhere")
    MATERNITY = "maternity", _("maternity leave")
    SICK = "sick", _("sick leave")
    PERSONAL = "personal", _("personal leave")
    TRAVEL = "travel", _("away on duty")
    TRAINING = "training", _("training")
    ABROAD = "abroad", _("abroad")
    OTHER = "other", _("other leave")


class Absence(Dated):
    """请假与外派: away for a time; a meeting on such a day finds the person on leave, with the reason."""

    person = SchoolFK(Person, models.CASCADE, related_name="absences")
    kind = models.CharField(_("kind"), max_length=16, choices=AbsenceKind)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Privacy:
        personal = ("id", "school", "person", "kind", "note", "from_day", "to_day")


class Exemption(Dated):
    """免于参加: old, ill or disabled members; attendance and study are no hard requirement (教育管理条例第二十三条)."""

    person = SchoolFK(Person, models.CASCADE, related_name="exemptions")
    reason = models.CharField(_("reason"), max_length=200)
    approved_by = SchoolFK(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Privacy:
        sensitive = ("id", "school", "person", "reason", "approved_by", "from_day", "to_day")


class RightsSuspension(Dated):
    """党员权利中止: 留党察看, 留置, 逮捕; such a member has no vote on those days."""

    person = SchoolFK(Person, models.CASCADE, related_name="suspensions")
    basis = models.CharField(_("basis"), max_length=200)

    class Privacy:
        sensitive = ("id", "school", "person", "basis", "from_day", "to_day")
