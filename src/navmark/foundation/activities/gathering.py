"""What a unit holds, on its page: what is coming and what was held lately, as far as the viewer reads it."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from navmark.foundation.activities.access import visible_to
from navmark.foundation.activities.models import ActivityState
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.states import state_of
from navmark.foundation.people.gathering import Gathered, GatheredLine, gathers
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date

BACK, AHEAD, AT_MOST = timedelta(weeks=8), timedelta(weeks=8), 12


@gathers
def held(viewer: Viewer, unit: Unit) -> Gathered:
    rows = visible_to(viewer).filter(unit=unit, day__range=(viewer.on - BACK, viewer.on + AHEAD))
    rows = rows.exclude(state=ActivityState.CANCELLED).prefetch_related("parts").order_by("-starts_at", "id")[:AT_MOST]
    now = timezone.now()
    lines = [GatheredLine(one.title, cn_date(one.day), page_of(one), state_label=state_of(one, at=now).label) for one in rows]
    return Gathered(_("Coming and held lately"), lines)
