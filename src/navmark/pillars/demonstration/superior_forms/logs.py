"""What this mechanism leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("superior_forms.kept", _("kept a superior's form")),
    LogKind("superior_forms.told", _("said what the blanks of a form ask")),
)
