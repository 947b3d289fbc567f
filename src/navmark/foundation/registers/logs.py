"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("registers.added", _("added the entry")),
    LogKind("registers.corrected", _("corrected the entry")),
    LogKind("registers.moved", _("moved the entry on"), ("step",)),
    LogKind("registers.undone", _("took the step back"), ("step",)),
    LogKind("registers.published", _("made it public")),
    LogKind("registers.withdrawn", _("took it back from the public")),
    LogKind("registers.removed", _("removed the entry"), ("why",)),
    LogKind("registers.brought_back", _("brought the entry back")),
    LogKind("registers.retained", _("deleted what was past its term")),
    LogKind("registers.renewed", _("moved the entry to the newest edition")),
)
