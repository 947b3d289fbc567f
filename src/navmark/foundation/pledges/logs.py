"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("pledges.offered", _("asked somebody to take it on")),
    LogKind("pledges.taken", _("noted who takes it on")),
    LogKind("pledges.handed_over", _("handed it over")),
    LogKind("pledges.ended", _("ended the pledge")),
    LogKind("pledges.corrected", _("corrected the pledge")),
    LogKind("pledges.written", _("wrote what was done")),
)
