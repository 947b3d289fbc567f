"""What this mechanism left in the audit trail while it kept what was noted itself; the room `study` writes it now."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("theory_study.noted", _("noted hours of study")),
    LogKind("theory_study.taken_back", _("took noted hours of study back")),
)
