"""What a cadence asks of each for herself stands before her alone: nobody else reads who has still to do it."""

from collections.abc import Iterator

from navmark.foundation.activities import kinds
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.gathering.dated import DatedDuty
from navmark.foundation.termplan.gathering.due import year_of
from navmark.foundation.termplan.items import ItemSort, Placed, PlanItem
from navmark.foundation.termplan.weeks import by_day


def placed(asked: PlanAsked, duties: list[DatedDuty]) -> Iterator[Placed]:
    for one in duties:
        if one.duty.cadence is not None:
            kind = kinds.kind(one.duty.cadence.activity_kind)
            item = PlanItem(ItemSort.DUE, str(kind.title), url=year_of(asked, kind), by=one.day, note=by_day(one.day))
            yield Placed(asked.place_of(one.day), asked.columns.of_kind(kind.code), item)
