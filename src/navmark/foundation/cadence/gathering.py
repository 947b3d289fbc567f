"""What a unit owes, on its page: to whoever it waits for or who watches it."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.cadence.access import concerning, spots_of
from navmark.foundation.cadence.addressing import words_around
from navmark.foundation.cadence.matters import once_a_matter
from navmark.foundation.cadence.offers import offer_for
from navmark.foundation.cadence.queries import waiting_now
from navmark.foundation.people.gathering import Gathered, GatheredLine, gathers
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date

AHEAD = timedelta(weeks=4)


@gathers
def owed(viewer: Viewer, unit: Unit) -> Gathered:
    mine, seen = concerning(viewer.person.pk, spots_of(viewer, words_around(unit.pk)))
    rows = waiting_now((mine | seen) & Q(place_id=unit.pk), on=viewer.on, until=viewer.on + AHEAD)
    lines = []
    for one in once_a_matter(rows):
        offer = offer_for(viewer, one)
        what = " · ".join(filter(None, (one.title, one.period)))
        state, label = offer.state or one.state.value, offer.state_label or one.state_label
        url = "" if offer.is_post else offer.url or offer.page
        lines.append(GatheredLine(what, cn_date(one.due_on) if one.due_on else "", url, state, label))
    return Gathered(_("What is due"), lines)
