"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("links.tagged", _("changed what it serves"), ("added", "removed")),
    LogKind("links.linked", _("linked it"), ("title",)),
    LogKind("links.unlinked", _("took a link away")),
    LogKind("links.carried", _("carried it into the next campaign")),
)
