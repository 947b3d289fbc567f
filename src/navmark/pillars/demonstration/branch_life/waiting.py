"""What waits for somebody here without being a duty: proposals that nobody has answered."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import Waiting
from navmark.pillars.demonstration.branch_life.models import Proposal, ProposalState


def waiting_for(viewer: Viewer) -> Iterator[Waiting]:
    """主题征集: each proposal gets a meeting or an answer, from the committee or the clerk."""
    branches = viewer.homes_in("secretary", "committee", "clerk")
    if not branches:
        return
    if count := Proposal.objects.filter(state=ProposalState.OPEN, unit__in=branches).count():
        words = ngettext("%(count)s proposal waits for an answer", "%(count)s proposals wait for an answer", count)
        yield Waiting(words % {"count": count}, _("Answer"), reverse("branch_life:proposals"))
