"""Who took this unit upon herself, on its page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.people.gathering import Gathered, GatheredLine, gathers
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges.access import holds, keeps, visible_to
from navmark.foundation.pledges.models import Pledge, PledgeState
from navmark.foundation.ui.dates import cn_date


@gathers
def taken_on(viewer: Viewer, unit: Unit) -> Gathered:
    """Two queries."""
    return Gathered(_("Taken on"), [_line(viewer, one) for one in visible_to(viewer).filter(about_unit=unit)])


def _line(viewer: Viewer, one: Pledge) -> GatheredLine:
    own = holds(viewer, one) or keeps(viewer, one)
    url = reverse("pledges:pledge", args=[one.pk]) if own else reverse("pledges:list", args=[one.kind.code])
    since = _("since %(day)s") % {"day": cn_date(one.from_day)} if one.from_day and one.state == PledgeState.TAKEN else ""
    asked = str(PledgeState.OFFERED.label) if one.state == PledgeState.OFFERED else ""
    return GatheredLine(f"{one.kind.name} · {one.holder.name}", since, url, state_label=asked)
