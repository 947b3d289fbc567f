"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("proceedings.agenda", _("changed the agenda")),
    LogKind("proceedings.written", _("wrote minutes")),
    LogKind("proceedings.voted", _("entered a vote")),
    LogKind("proceedings.decided", _("entered a decision")),
    LogKind("proceedings.handed_on", _("handed over what was decided to be done")),
)
