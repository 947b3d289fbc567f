"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("programme.loaded", _("loaded the programme")),
    LogKind("programme.page_made", _("changed a page of the programme")),
    LogKind("programme.offer_answered", _("answered what is newer with the product")),
    LogKind("programme.handed_over", _("handed over what was open")),
)
