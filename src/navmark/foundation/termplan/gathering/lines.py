"""What the keeper has typed."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.gathering.typed import TypedLine
from navmark.foundation.termplan.items import ItemSort, Placed, PlanItem


def placed(asked: PlanAsked, lines: Iterable[TypedLine], *, keeps: bool) -> Iterator[Placed]:
    """A line leads to its page for who keeps the plan."""
    weeks = {week.key: place for place, week in enumerate(asked.weeks)}
    for line in lines:
        url = reverse("termplan:line", args=[line.pk]) if keeps else ""
        item = PlanItem(ItemSort.LINE, line.words, url=url, note=line.owner, for_all=True, line=line.pk)
        yield Placed(weeks.get(line.week, len(weeks) - 1), line.column, item)
