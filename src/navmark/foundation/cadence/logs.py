"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("cadence.excused", _("marked a duty as not needed")),
    LogKind("cadence.asked_again", _("took back that a duty is not needed")),
    LogKind("cadence.completed", _("completed a task")),
    LogKind("cadence.reopened", _("took back that a task is done")),
    LogKind("cadence.off", _("switched a cadence off")),
    LogKind("cadence.on", _("switched a cadence on")),
    LogKind("cadence.revised", _("changed how often it is done")),
    LogKind("cadence.party_year", _("noted the day that the superior set for the year's items")),
)
