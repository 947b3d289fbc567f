"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("people.founded", _("set up the school")),
    LogKind("people.added", _("added the person")),
    LogKind("people.changed", _("changed the person's details")),
    LogKind("people.engaged", _("took the person on")),
    LogKind("people.left", _("recorded that the person left")),
    LogKind("people.status", _("recorded the Party status")),
    LogKind("people.status_ended", _("ended the Party status")),
    LogKind("people.appointed", _("appointed to a post")),
    LogKind("people.dismissed", _("ended a post")),
    LogKind("people.moved", _("changed the unit")),
    LogKind("people.absence", _("recorded an absence")),
    LogKind("people.absence_ended", _("ended an absence")),
    LogKind("people.exempted", _("recorded an exemption")),
    LogKind("people.exemption_ended", _("ended an exemption")),
    LogKind("people.suspended", _("recorded that the member's rights are suspended")),
    LogKind("people.suspension_ended", _("ended the suspension of the member's rights")),
    LogKind("people.guardian", _("recorded a guardian")),
    LogKind("people.guardian_ended", _("ended a guardianship")),
    LogKind("people.unit", _("set up a unit")),
    LogKind("people.unit_renamed", _("renamed a unit")),
    LogKind("people.term", _("recorded the committee's term")),
    LogKind("people.term_corrected", _("corrected the committee's term")),
    LogKind("people.committee", _("recorded the committee that was elected")),
    LogKind("people.committee_completed", _("recorded who was elected into the committee between elections")),
    LogKind("people.graduated", _("graduated the classes of the sixth grade")),
    LogKind("people.imported", _("imported a table")),
    LogKind("people.exported", _("exported the rosters and records")),
    LogKind("people.invited", _("made an invitation")),
    LogKind("people.code_confirmed", _("confirmed the code for the secretary's new password")),
    LogKind("people.code_refused", _("made the code for the secretary's new password void")),
    LogKind("people.joined", _("opened an account")),
    LogKind("people.password", _("set a new password")),
    LogKind("people.phone_remembered", _("let a phone be remembered for signing in at meetings")),
    LogKind("people.phone_forgotten", _("had a remembered phone forgotten")),
)
