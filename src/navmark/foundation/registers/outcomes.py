"""What came of an entry: read from what leans on it or on what its unit held meanwhile; shown, counted, printed, never typed."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.utils.timezone import localdate

from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.links.linkable import Linked
from navmark.foundation.links.models import Tie
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.tagging import linked


def outcomes(viewer: Viewer, entry: Entry) -> list[Linked]:
    """Register by register, as far as she may see them; what is about a child stands in no such list. None, and no query, where
    its register gathers none."""
    if not entry.register.outcomes:
        return []
    until = localdate(entry.closed_at) if entry.closed_at else viewer.on
    held = Activity.objects.filter(unit=entry.unit_id, day__range=(entry.day, until)).exclude(state=ActivityState.CANCELLED)
    leaning = Tie.objects.filter(Q(to_thing=entry.pk) | Q(to_thing__in=held.values("pk")), kind=ENTRY)
    rows = access.visible_to(viewer).filter(pk__in=leaning.values("thing"), register__about_children=False)
    return linked(rows.exclude(register=entry.register_id).order_by("register__position", "day", "pk"))


def in_numbers(found: Iterable[Linked]) -> str:
    """荣誉2、稿件3."""
    return "、".join(f"{what}{count}" for what, count in Counter(one.what for one in found).items())
