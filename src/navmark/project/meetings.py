"""The meetings that a page of duties speaks of, asked for once: what is arranged, what did it, what asked for it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Prefetch, Q

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import Activity, Attendance, Part
from navmark.foundation.cadence.queries import SETTLED, Owed
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings.queries import meetings_behind

NONE = Q()


class Meetings:
    """Meetings that this viewer may open, earliest first, each with its unit, its parts and, of its roll, her own row alone.

    `asked`: follow-up -> id and title of the meeting that asked for it, of her duties. Four queries, however many meetings.
    """

    def __init__(self, viewer: Viewer, owed: Sequence[Owed], *, parts: Iterable[UUID] = (), also: Q = NONE) -> None:
        """Beside what `owed` speaks of: the meetings of these `parts`, and whatever fulfils the condition `also`."""
        self.asked = meetings_behind(
            one.duty.source_id for one in owed if one.duty.source_kind == "follow_up" and one.duty.source_id
        )
        wanted = also | _arranged(owed) | _with_ids(pk for pk, _title in self.asked.values()) | _with_parts(parts)
        self.all = _visible(viewer, wanted) if wanted else []
        self.by_id = {activity.pk: activity for activity in self.all}
        self.by_part = {part.pk: activity for activity in self.all for part in activity.parts.all()}


def _visible(viewer: Viewer, wanted: Q) -> list[Activity]:
    own = Prefetch("roll", Attendance.objects.filter(person=viewer.person))
    rows = activities.visible_to(viewer).filter(wanted).select_related("unit")
    return list(rows.prefetch_related("parts", own).order_by("starts_at"))


def _arranged(owed: Sequence[Owed]) -> Q:
    """What may be arranged or held already for those duties that are not settled."""
    days = [one.duty.opens_on for one in owed if one.duty.cadence and one.state not in SETTLED]
    return Q(day__gte=min(days)) if days else NONE


def _with_ids(ids: Iterable[UUID]) -> Q:
    wanted = set(ids)
    return Q(pk__in=wanted) if wanted else NONE


def _with_parts(parts: Iterable[UUID]) -> Q:
    wanted = set(parts)
    return Q(pk__in=Part.objects.filter(pk__in=wanted).values("activity")) if wanted else NONE
