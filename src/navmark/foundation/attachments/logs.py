"""What this room leaves in the audit trail; its codes are from when the room was half of `records`, and codes stay."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("records.attached", _("attached a file")),
    LogKind("records.removed", _("removed a file")),
    LogKind("attachments.brought_back", _("brought a file back")),
)
