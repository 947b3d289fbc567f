"""What this room leaves in the audit trail. The trail is chained, so a row that vanishes from the access log leaves a mark."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("privacy.opened", _("opened protected details and named the purpose")),
    LogKind("privacy.term", _("decided how long the access log is kept")),
    LogKind("privacy.retained", _("deleted access log rows that were past their term")),
    LogKind("privacy.consented", _("noted consents that guardians signed")),
    LogKind("privacy.withdrawn", _("noted that a consent was withdrawn")),
)
