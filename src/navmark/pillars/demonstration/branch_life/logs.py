"""What this mechanism leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("branch_life.written", _("wrote on a sheet")),
    LogKind("branch_life.acknowledged", _("the member knows the grade")),
    LogKind("branch_life.proposed", _("proposed a theme")),
    LogKind("branch_life.answered", _("answered a proposal")),
    LogKind("branch_life.took_office", _("entered the result of the election as posts and term")),
    LogKind("branch_life.printed", _("printed a record")),
)
