"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("outings.grouped", _("divided the list into groups")),
    LogKind("outings.led", _("named who leads a group")),
    LogKind("outings.counted", _("counted a group")),
)
