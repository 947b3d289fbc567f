"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("rotas.given", _("wrote down whose turn it is")),
    LogKind("rotas.given_anew", _("gave the turn to another, since its holder takes none any more")),
    LogKind("rotas.dropped", _("dropped the turn, since its period is off")),
    LogKind("rotas.confirmed", _("confirmed the turn")),
    LogKind("rotas.swapped", _("swapped turns")),
    LogKind("rotas.handed_on", _("handed the turn on")),
    LogKind("rotas.skipped", _("passed somebody over")),
    LogKind("rotas.asked", _("asked to change a turn")),
    LogKind("rotas.answered", _("answered about a turn")),
    LogKind("rotas.took_over", _("took over, and read the word of the turn before")),
    LogKind("rotas.kept", _("noted the turn as done")),
    LogKind("rotas.taken_back", _("took back that the turn was done")),
    LogKind("rotas.listed", _("changed who takes turns")),
    LogKind("rotas.away", _("asked to be passed over")),
)
