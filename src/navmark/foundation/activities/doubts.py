"""What speaks against a plan, said while it is made: never a refusal, for who plans knows more than we do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from navmark.foundation.activities import access, kinds, roll
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.planning.companions import companions
from navmark.foundation.activities.plans import Plan
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_date, cn_datetime

USUAL_LENGTH = timedelta(hours=1)
NAMED = 5  # people by name; of more only how many


@dataclass(frozen=True)
class Doubt:
    """`other` is the meeting that it is about; `joins`: what is planned may be held in that gathering instead."""

    words: str
    other: Activity | None = None
    joins: bool = False

    @property
    def page(self) -> str:
        return page_of(self.other) if self.other else ""


def doubts(
    plan: Plan, viewer: Viewer, *, activity: Activity | None = None, period: tuple[date, date | None] | None = None
) -> list[Doubt]:
    """Of a new plan, or of a changed one of this activity; `period` is that of the duty from which one came.

    A handful of queries, whatever is planned; of meetings that the viewer may not see nothing is said.
    """
    numbers = _of_numbers(plan, activity)
    if activity is not None and _stays(plan, activity):
        return list(numbers)
    return [*_of_the_day(plan, viewer, period), *_of_others(plan, viewer, activity), *numbers]


def _stays(plan: Plan, activity: Activity) -> bool:
    """What was asked about once is not asked again."""
    now = (plan.starts_at, plan.ends_at, plan.place)
    return now == (activity.starts_at, activity.ends_at, activity.place)


def _of_the_day(plan: Plan, viewer: Viewer, period: tuple[date, date | None] | None) -> Iterator[Doubt]:
    day, since = localdate(plan.starts_at), viewer.school.in_use_since
    if day < since:
        yield Doubt(
            _("The day lies before %(since)s, since when records are kept here: it fulfils nothing.") % {"since": cn_date(since)}
        )
    if period is None or (period[0] <= day and (period[1] is None or day <= period[1])):
        return
    first, last = cn_date(period[0]), cn_date(period[1]) or "…"
    yield Doubt(
        _("What is to be done asks for a day from %(first)s to %(last)s: this day is not in it.") % {"first": first, "last": last}
    )


def _of_others(plan: Plan, viewer: Viewer, activity: Activity | None) -> Iterator[Doubt]:
    own = {part.kind for part in plan.parts}
    expected = {person.pk: person for part in plan.parts for person in _expected(part.kind, plan)}
    for other in _at_the_same_time(plan, viewer, activity):
        facts = {"meeting": other.title, "when": cn_datetime(other.starts_at)}
        same_unit = other.unit_id == plan.unit.pk
        if same_unit and own & {part.kind for part in other.parts.all()}:
            yield Doubt(_("It is arranged already: %(meeting)s, %(when)s.") % facts, other)
        elif same_unit:
            yield Doubt(
                _("The same unit has another meeting then: %(meeting)s, %(when)s.") % facts, other, _may_join(plan, viewer, other)
            )
        elif both := _named(expected[row.person_id].name for row in other.roll.all() if row.person_id in expected):
            yield Doubt(_("%(people)s are expected elsewhere then: %(meeting)s, %(when)s.") % (facts | {"people": both}), other)
        if plan.place and other.place.strip() == plan.place.strip():
            yield Doubt(_("The room is taken then: %(place)s, %(meeting)s, %(when)s.") % (facts | {"place": plan.place}), other)


def _expected(kind: str, plan: Plan) -> Iterable:
    return roll.audience(kinds.kind(kind), plan.unit, localdate(plan.starts_at), plan.chosen)


def _at_the_same_time(plan: Plan, viewer: Viewer, activity: Activity | None) -> QuerySet[Activity]:
    ends = plan.ends_at or plan.starts_at + USUAL_LENGTH
    running = Q(ends_at__gt=plan.starts_at) | Q(ends_at__isnull=True, starts_at__gt=plan.starts_at - USUAL_LENGTH)
    rows = access.visible_to(viewer).filter(running, starts_at__lt=ends).exclude(state=ActivityState.CANCELLED)
    rows = rows.exclude(pk=activity.pk) if activity else rows
    return rows.select_related("unit").prefetch_related("parts", "roll").order_by("starts_at", "pk")


def _may_join(plan: Plan, viewer: Viewer, other: Activity) -> bool:
    """What may be held together, where that record is still open and hers to keep."""
    is_open = other.completed_at is None and other.closed_at is None
    fits = next(iter(other.parts.all())).kind in {one.code for one in companions(kinds.kind(plan.parts[0].kind))}
    return is_open and fits and access.may_keep(viewer, other)


def _named(names: Iterable[str]) -> str:
    found = list(names)
    if len(found) > NAMED:
        return _("%(count)s people") % {"count": len(found)}
    return "、".join(found)


def _of_numbers(plan: Plan, activity: Activity | None) -> Iterator[Doubt]:
    """A number that stands lower than that of an earlier meeting, or higher than that of a later one."""
    day = localdate(plan.starts_at)
    known = {(part.kind, part.number) for part in activity.parts.all()} if activity and activity.day == day else set()
    for part in plan.parts:
        if part.number is None or (part.kind, part.number) in known:
            continue
        wrong = _out_of_order(plan, part.kind, part.number, activity).first()
        if wrong is not None:
            facts = {"number": part.number, "day": cn_date(wrong.activity.day), "other": wrong.number}
            yield Doubt(
                _("No. %(number)s does not follow in order: the one of %(day)s is no. %(other)s.") % facts, wrong.activity
            )


def _out_of_order(plan: Plan, kind: str, number: int, activity: Activity | None) -> QuerySet[Part]:
    day = localdate(plan.starts_at)
    rows = Part.objects.filter(kind=kind, activity__unit=plan.unit, activity__day__year=day.year, number__isnull=False)
    rows = rows.exclude(activity__state=ActivityState.CANCELLED)
    rows = rows.exclude(activity=activity) if activity else rows
    wrong = Q(activity__day__lt=day, number__gte=number) | Q(activity__day__gt=day, number__lte=number)
    return rows.filter(wrong).select_related("activity").order_by("activity__day")
