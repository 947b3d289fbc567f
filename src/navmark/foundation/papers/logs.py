"""What this room leaves in the audit trail."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.kinds import LogKind, register

register(
    LogKind("papers.edition_made", _("changed the questions of a paper")),
    LogKind("papers.answered", _("filled in a paper")),
    LogKind("papers.dropped", _("deleted what was filled in")),
    LogKind("papers.moved", _("moved a paper to its newest questions")),
)
