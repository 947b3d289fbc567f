"""支部党员大会: what it decides normally went through the committee first (A14). A hint, never a hindrance."""

from collections.abc import Iterator

from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.activities.roll import Roll
from navmark.foundation.people.queries import committee_on
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.models import AgendaItem, Origin
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.statute.checks.committee import committee_first
from navmark.foundation.statute.findings import Finding


def check(part: Part, roll: Roll) -> Iterator[Finding]:
    """A finding for each item that was voted on or resolved and that no committee meeting had before. Where there is no
    committee, in a branch of fewer than seven, the general meeting stands for it."""
    items = [item for item in items_of(part.activity).get(part.pk, ()) if item.origin != Origin.DECISION]
    settled = [item for item in items if item.votes.all() or item.decisions.all()]
    if not settled or not committee_on(part.activity.unit, part.activity.day).exists():
        return
    known = _discussed(part, [item.title for item in settled])
    for item in settled:
        if item.title not in known:
            yield committee_first(title=item.title, discussed=False, on=part.activity.day)


def _discussed(part: Part, titles: list[str]) -> set[str]:
    """Which of these titles stood on the agenda of an earlier committee meeting of the same branch."""
    earlier = AgendaItem.objects.filter(part__activity__unit=part.activity.unit_id, title__in=titles)
    earlier = earlier.filter(part__activity__starts_at__lte=part.activity.starts_at).exclude(part=part)
    rows = earlier.exclude(part__activity__state=ActivityState.CANCELLED).values_list("title", "part__kind")
    return {title for title, kind in rows if deliberation_of(kind).may_submit_to_assembly}
