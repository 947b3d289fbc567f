"""What an agenda adds where meetings are listed: what was decided in the register, its items in the text for the group."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.register.common import add_column
from navmark.foundation.activities.texts import told_by
from navmark.foundation.proceedings.models import AgendaItem, Decision


def decided_in(activities: Sequence[Activity]) -> Mapping[UUID, str]:
    """One query, however many."""
    rows = Decision.objects.filter(item__part__activity__in=[one.pk for one in activities])
    texts: dict[UUID, list[str]] = defaultdict(list)
    for activity, text in rows.order_by("item__part__position", "item__position", "pk").values_list(
        "item__part__activity", "text"
    ):
        texts[activity].append(text)
    return {activity: "；".join(some) for activity, some in texts.items()}


def agendas(activity: Activity) -> Mapping[UUID, list[str]]:
    """One query."""
    titles: dict[UUID, list[str]] = defaultdict(list)
    for part, title in AgendaItem.objects.filter(part__activity=activity).values_list("part", "title"):
        titles[part].append(title)
    return titles


add_column("决定事项", decided_in)
told_by(agendas)
