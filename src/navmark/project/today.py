"""What stands on the home page: everything that waits for this viewer, by its day, each with one button.

It reads the one table of what waits; its cost grows neither with the mechanisms nor with the activities of the school.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Part
from navmark.foundation.cadence import queries as cadence
from navmark.foundation.cadence.access import Spots, concerning, others_duties, spots_of
from navmark.foundation.cadence.addressing import addresses
from navmark.foundation.cadence.matters import once_a_matter
from navmark.foundation.cadence.models import DutyState, Step
from navmark.foundation.cadence.queries import Owed
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.prepared import prepared
from navmark.project.first_steps import FIRST_STEP, FirstSteps, first_steps_of
from navmark.project.ledger import Ledger
from navmark.project.lines import WaitingLine

SOON = timedelta(weeks=4)
SHOWN = 5  # lines of what was done
OTHERS_SHOWN = 60
LATE, WEEK, MONTH, LATER = "late", "week", "month", "later"
HEADS = {
    LATE: gettext_lazy("Past its day"),
    WEEK: gettext_lazy("This week"),
    MONTH: gettext_lazy("This month"),
    LATER: gettext_lazy("Later"),
}


@dataclass(frozen=True)
class TodaySection:
    """`is_later`: it is open, and nothing of it is due this month."""

    head: str | Promise
    lines: list[WaitingLine]
    is_later: bool = False


@dataclass(frozen=True)
class Today:
    """`sections` is what this viewer can act on, and alone is counted. `others` is what others see to: how many and how many of
    them late, and their lines only when asked for. `is_current`: nothing has changed since what waits was derived."""

    answer: str
    sections: list[TodaySection]
    coming: list[WaitingLine]
    meetings: list[Activity]
    remarks: list[WaitingLine]
    first: FirstSteps | None
    done: list[WaitingLine]
    others_count: int
    others_late: int
    others: list[WaitingLine]
    has_duties: bool
    is_current: bool

    @property
    def now(self) -> list[WaitingLine]:
        return [line for section in self.sections for line in section.lines]


def today_for(viewer: Viewer, on: date, *, with_others: bool = False) -> Today:
    """The page's content for this viewer. Three queries, and one for the others' lines; none grows with their number."""
    addressed = addresses(on=on)
    me, spots = viewer.person.pk, spots_of(viewer, addressed.words)
    stand = cadence.stand_of(me, spots, on=on, until=on + SOON)
    steps, remarks, owed = _sorted_out(stand.waiting)
    count, late = others_duties(viewer, addressed.watched)
    others = _others(me, spots, on) if with_others and count else []
    ledger = Ledger(viewer, on)
    open_now = [one for one in owed if one.is_open]
    return Today(
        answer=_answer(len(open_now), sum(one.state == DutyState.LATE for one in open_now)),
        sections=_sections(open_now, ledger, on),
        coming=ledger.folded(one for one in owed if not one.is_open),
        meetings=_meetings_ahead(viewer, on),
        remarks=ledger.folded(remarks),
        first=first_steps_of(viewer, [one.duty for one in steps]),
        done=ledger.done(stand.done, at_most=SHOWN),
        others_count=count,
        others_late=late,
        others=ledger.folded(others),
        has_duties=bool(owed or stand.done or count),
        is_current=addressed.is_current,
    )


def _others(me: UUID, spots: Spots, on: date) -> list[Owed]:
    mine, seen = concerning(me, spots)
    return cadence.waiting_now(seen & ~mine, on=on, until=on, at_most=OTHERS_SHOWN)


def _sorted_out(waiting: Sequence[Owed]) -> tuple[list[Owed], list[Owed], list[Owed]]:
    """(first steps, remarks, what is to do)."""
    steps = [one for one in waiting if one.duty.source_kind == FIRST_STEP]
    remarks = [one for one in waiting if one.duty.step == Step.HEED]
    owed = [one for one in waiting if one.duty.source_kind != FIRST_STEP and one.duty.step != Step.HEED]
    return steps, remarks, once_a_matter(owed)


def _answer(waiting: int, late: int) -> str:
    if not waiting:
        return _("Nothing waits for you.")
    words = ngettext("%(count)s thing to do", "%(count)s things to do", waiting) % {"count": waiting}
    if not late:
        return words
    return (
        words + _(", ") + ngettext("%(count)s of them past its day", "%(count)s of them past their day", late) % {"count": late}
    )


def _sections(owed: Sequence[Owed], ledger: Ledger, on: date) -> list[TodaySection]:
    """By the day by which it is to be done; what has no day of its own waits now."""
    week = on + timedelta(days=6 - on.weekday())
    found: dict[str, list[Owed]] = defaultdict(list)
    for one in owed:
        due, late = one.duty.due_on or on, one.state == DutyState.LATE
        found[LATE if late else WEEK if due <= week else MONTH if (due.year, due.month) == (on.year, on.month) else LATER].append(
            one
        )
    return [TodaySection(HEADS[key], ledger.folded(found[key]), key == LATER) for key in HEADS if found.get(key)]


def _meetings_ahead(viewer: Viewer, on: date) -> list[Activity]:
    """Where the viewer is expected in the next weeks, each with its page. One query."""
    found = _expected(viewer.person.pk, activities.sights_of(viewer), on=on, until=on + SOON)
    for one in found:
        one.page = reverse(kinds.kind(one.kind).page, args=[one.pk])
    return found


@prepared
def _expected(me: UUID, sights: activities.Sights, *, on: date, until: date) -> QuerySet[Activity]:
    mine = Q(host=me) | Q(recorder=me) | Q(pk__in=Attendance.objects.filter(person=me, activity__day__gte=on).values("activity"))
    rows = activities.seen(me, sights).filter(mine, day__range=(on, until), state=ActivityState.PLANNED)
    first = Part.objects.filter(school=OuterRef("school"), activity=OuterRef("pk")).order_by("position").values("kind")[:1]
    return rows.annotate(kind=Subquery(first)).order_by("starts_at")[:20]
