"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("slips.recorded", _("recorded the slips of a class")),
    LogKind("slips.taken_back", _("took somebody off the list")),
    LogKind("slips.care_noted", _("noted what care somebody needs")),
    LogKind("slips.care_forgotten", _("deleted what care was noted")),
)
