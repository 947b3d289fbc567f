"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("audit.erased", _("erased what the trail said about a person")),
    LogKind("audit.retained", _("deleted the trail's rows that were past their term")),
)
