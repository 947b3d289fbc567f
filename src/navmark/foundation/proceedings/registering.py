"""What was decided, as a column of the register of meetings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.register.common import add_column
from navmark.foundation.proceedings.models import Decision


def decided_in(activities: Sequence[Activity]) -> Mapping[UUID, str]:
    """One query, however many."""
    rows = Decision.objects.filter(item__part__activity__in=[one.pk for one in activities])
    texts: dict[UUID, list[str]] = defaultdict(list)
    for activity, text in rows.order_by("item__part__position", "item__position", "pk").values_list(
        "item__part__activity", "text"
    ):
        texts[activity].append(text)
    return {activity: "；".join(some) for activity, some in texts.items()}


add_column("决定事项", decided_in)
