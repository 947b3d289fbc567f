"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("activities.planned", _("planned the activity")),
    LogKind("activities.changed", _("changed the plan")),
    LogKind("activities.cancelled", _("cancelled the activity")),
    LogKind("activities.marked", _("marked the roll")),
    LogKind("activities.unmarked", _("took the marks of the roll back")),
    LogKind("activities.all_others_present", _("marked all others present against the signed sheet")),
    LogKind("activities.signed_in", _("signed in")),
    LogKind("activities.asked_leave", _("asked for leave")),
    LogKind("activities.not_counted", _("decided that a person is not counted among those due")),
    LogKind("activities.counted", _("counted who was there")),
    LogKind("activities.guests", _("changed the guests")),
    LogKind("activities.brought_back", _("brought back what was removed")),
    LogKind("activities.closed", _("closed the roll with the record")),
)
