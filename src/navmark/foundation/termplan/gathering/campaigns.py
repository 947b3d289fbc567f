"""Campaigns: in the week in which one begins, and in that in which it ends."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities import kinds
from navmark.foundation.links.models import Tag
from navmark.foundation.termplan.columns import OTHER
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.items import ItemSort, Placed, PlanItem


def placed(asked: PlanAsked, campaigns: list[Tag]) -> Iterator[Placed]:
    first, last = asked.span
    for one in campaigns:
        url, column = reverse("links:tag", args=[one.code]), _column(asked, one)
        for day, words in ((one.from_day, _("%(campaign)s begins")), (one.to_day, _("%(campaign)s ends"))):
            if day is not None and first <= day <= last:
                item = PlanItem(ItemSort.CAMPAIGN, words % {"campaign": one.name}, url=url, day=day, for_all=True)
                yield Placed(asked.place_of(day), column, item)


def _column(asked: PlanAsked, campaign: Tag) -> str:
    """That of a kind which serves it; else the first of the programme: where a school leads from."""
    first = next((one.code for one in asked.columns.offered_on(asked.viewer.on)), OTHER)
    return next((asked.columns.of_kind(one.code) for one in kinds.all_kinds() if campaign.code in one.tags), first)
