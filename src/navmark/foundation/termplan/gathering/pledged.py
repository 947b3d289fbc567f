"""What whoever took something on has to tell by a day: kind by kind, without whose it is."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges.actions.taking import PLEDGE
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.gathering.dated import DatedDuty
from navmark.foundation.termplan.items import ItemSort, Placed, PlanItem
from navmark.foundation.termplan.weeks import by_day


def placed(asked: PlanAsked, duties: list[DatedDuty]) -> Iterator[Placed]:
    """Each kind once a day, as long as somebody has not told yet."""
    words = [one for one in duties if one.duty.source_kind == PLEDGE and _is_for(asked.viewer, one)]
    for (code, day), one in {(one.told["code"], one.day): one for one in words}.items():
        said = _("%(pledge)s: what was done") % {"pledge": one.duty.asked_by}
        url, for_all = reverse("pledges:list", args=[code]), STAFF in one.told["readers"]
        item = PlanItem(ItemSort.DUE, said, url=url, by=day, note=by_day(day), for_all=for_all)
        yield Placed(asked.place_of(day), asked.columns.of_pledge(code), item)


def _is_for(viewer: Viewer, one: DatedDuty) -> bool:
    told = one.told
    return one.duty.subject_id == viewer.person.pk or viewer.has(*told["readers"], *told["keepers"], *told["takers"])
