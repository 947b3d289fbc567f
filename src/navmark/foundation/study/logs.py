"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("study.noted", _("noted hours of study")),
    LogKind("study.taken_back", _("took noted hours of study back")),
)
