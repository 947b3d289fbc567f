"""What this mechanism left in the audit trail while it kept the groups itself; the room `outings` writes it now."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("tours.grouped", _("divided the list of the tour into groups")),
    LogKind("tours.led", _("named who leads a group of the tour")),
    LogKind("tours.counted", _("counted a group of the tour")),
)
