"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("termplan.added", _("wrote a line of the term plan")),
    LogKind("termplan.changed", _("changed a line of the term plan")),
    LogKind("termplan.removed", _("took a line out of the term plan")),
    LogKind("termplan.put_back", _("put a line of the term plan back")),
)
