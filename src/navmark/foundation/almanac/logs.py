"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("almanac.term_set", _("set the dates of a term")),
    LogKind("almanac.notice_imported", _("entered a year's holiday notice")),
)
