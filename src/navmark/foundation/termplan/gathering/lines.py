"""What the keeper has typed."""

from collections.abc import Iterator

from django.urls import reverse

from navmark.foundation.termplan.columns import OTHER
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.items import ItemSort, Placed, PlanItem
from navmark.foundation.termplan.models import PlanLine


def placed(asked: PlanAsked, *, keeps: bool) -> Iterator[Placed]:
    """A line leads to its page for who keeps the plan. One query."""
    weeks = {week.key: place for place, week in enumerate(asked.weeks)}
    codes = {one.pk: one.code for one in asked.columns.rows}
    rows = PlanLine.objects.filter(week__startswith=f"{asked.term.period.key}-W", removed_at=None).select_related("owner")
    for line in rows:
        url = reverse("termplan:line", args=[line.pk]) if keeps else ""
        note = line.owner.name if line.owner else ""
        item = PlanItem(ItemSort.LINE, line.words, url=url, note=note, for_all=True, line=line.pk)
        yield Placed(weeks.get(line.week, len(weeks) - 1), codes.get(line.column_id, OTHER), item)
