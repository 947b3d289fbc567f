"""What this room leaves in the audit trail. The codes are older than the room, and stay: they stand in the trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("proceedings.submitted", _("submitted the record")),
    LogKind("proceedings.reopened", _("took the completion back")),
    LogKind("proceedings.sent_back", _("sent the record back")),
    LogKind("proceedings.locked", _("locked the record")),
    LogKind("proceedings.amended", _("amended the locked record")),
    LogKind("proceedings.waived", _("lifted a finding")),
    LogKind("proceedings.separate", _("noted the number of a separate record")),
)
