"""What this mechanism leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("tours.listed", _("listed pupils for the tour")),
    LogKind("tours.taken_off", _("took somebody off the list of the tour")),
    LogKind("tours.grouped", _("divided the list of the tour into groups")),
    LogKind("tours.led", _("named who leads a group of the tour")),
    LogKind("tours.counted", _("counted a group of the tour")),
    LogKind("tours.care_noted", _("noted what care somebody needs on the tour")),
    LogKind("tours.care_forgotten", _("deleted what care was noted for a tour")),
)
