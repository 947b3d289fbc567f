"""What is due, coming and done; a year's coverage is in `coverage.py`. The number of queries never depends on that of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.almanac.words import period_label
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.models import OPEN_STATES, Duty, DutyState, Excuse, Fulfilment
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.statute.book import RuleUnknown, rule

A_WEEK = timedelta(days=7)
SETTLED = (DutyState.DONE, DutyState.EXCUSED)
UNFINISHED = (*OPEN_STATES, DutyState.WAITING)
ORDER = (DutyState.LATE, DutyState.TODAY, DutyState.DUE, DutyState.WAITING, DutyState.COMING, DutyState.DONE, DutyState.EXCUSED)


@dataclass(frozen=True)
class Owed:
    """A duty with its state on the day asked."""

    duty: Duty
    state: DutyState

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def state_label(self) -> str:
        """Its state in words; a task belongs to no period that could come again."""
        is_called_off = self.state == DutyState.EXCUSED and self.duty.cadence_id is None
        return _("called off") if is_called_off else str(self.state.label)

    @property
    def title(self) -> str:
        return title_of(self.duty)

    @property
    def period(self) -> str:
        return period_words(self.duty)


def title_of(duty: Duty) -> str:
    return duty.title or (duty.cadence.title if duty.cadence else "")


def period_words(duty: Duty) -> str:
    """2026年11月; nothing for a one-off."""
    return period_label(PeriodKind(duty.cadence.period), duty.period_key, None) if duty.cadence else ""


def asks_from(duty: Duty) -> date | None:
    """From when its owner is reminded: the month that its rule names (A22: October), else a week before it is due."""
    if duty.due_on is None:
        return None
    return _month_of_the_rule(duty, duty.due_on) or duty.due_on - A_WEEK


def _month_of_the_rule(duty: Duty, due_on: date) -> date | None:
    try:
        month = rule(duty.cadence.rule_id, on=due_on).numbers.get("remind_from_month") if duty.cadence else None
    except RuleUnknown:
        return None
    return date(due_on.year, int(month), 1) if month else None


def _is_silent(one: Owed, on: date) -> bool:
    """Whether it may be done already but asks for nothing yet: a talk in spring is welcome, and missed only in autumn."""
    first = _month_of_the_rule(one.duty, one.duty.due_on) if one.duty.due_on else None
    return first is not None and on < first


def _with_facts(rows: QuerySet[Duty]) -> QuerySet[Duty]:
    excused = Exists(Excuse.objects.filter(school=OuterRef("school"), duty=OuterRef("pk")))
    return rows.select_related("cadence").annotate(done=Count("fulfilments", distinct=True), excused=excused)


def with_states(rows: QuerySet[Duty], on: date) -> list[Owed]:
    """These duties with their states on `on`; one query."""
    return [Owed(duty, duty.state_on(on, done=duty.done, excused=duty.excused)) for duty in _with_facts(rows)]


def owed_by(subjects: Iterable[UUID], *, on: date, weeks: int = 4) -> list[Owed]:
    """What these subjects owe now or will within `weeks`: late first, then by day; not what is settled or silent."""
    horizon = on + timedelta(weeks=weeks)
    rows = Duty.objects.filter(subject_id__in=list(subjects), closed_at__isnull=True)
    rows = rows.filter(Q(opens_on__lte=on) | Q(due_on__lte=horizon) | Q(due_on__isnull=True))
    found = [one for one in with_states(rows, on) if one.state not in SETTLED and not _is_silent(one, on)]
    return sorted(found, key=lambda one: (one.state != DutyState.LATE, one.duty.due_on or date.max, one.duty.period_key))


def open_in(kind: str, subject: UUID, *, on: date) -> Duty | None:
    """What this subject has not done of this kind of activity and in whose period `on` lies: what is due first. One query."""
    rows = Duty.objects.filter(cadence__activity_kind=kind, subject_id=subject, closed_at__isnull=True)
    found = [one for one in with_states(rows.filter(opens_on__lte=on, due_on__gte=on).order_by("due_on"), on) if one.is_open]
    return found[0].duty if found else None


def all_of(subjects: Iterable[UUID], *, on: date) -> list[Owed]:
    """Everything these subjects owe or owed: late, to do, waiting, coming, each by day; then what is settled, newest first."""
    found = with_states(Duty.objects.filter(subject_id__in=list(subjects), closed_at__isnull=True), on)

    def place(one: Owed) -> tuple:
        day = (one.duty.due_on or date.max).toordinal()
        return (ORDER.index(one.state), -day if one.state in SETTLED else day, one.duty.opens_on, one.duty.pk)

    return sorted(found, key=place)


def excuses_of(duties: Iterable[Duty]) -> dict[UUID, str]:
    """Why each of these duties was not needed, and who said so: duty id -> words. Two queries."""
    entries = AuditEntry.objects.filter(kind="cadence.excused", subject_id__in=[duty.pk for duty in duties]).order_by("-at")
    told = {deed.entry.subject_id: f"{deed.entry.facts.get('reason', '')} · {deed.who}" for deed in deeds(entries)}
    return {key: words.removeprefix(" · ") for key, words in told.items() if key}


def done_recently(subjects: Iterable[UUID], *, on: date, days: int = 30) -> list[Fulfilment]:
    rows = Fulfilment.objects.filter(duty__subject_id__in=list(subjects), done_on__gte=on - timedelta(days=days))
    return list(rows.select_related("duty__cadence").order_by("-done_on", "-noted_at")[:60])


def facts(on: date) -> dict[str, int]:
    """duties_due counts what is open and not late; duties_late what is late."""
    states = [one.state for one in with_states(Duty.objects.filter(opens_on__lte=on, closed_at__isnull=True), on)]
    late = states.count(DutyState.LATE)
    return {"duties_due": sum(state in OPEN_STATES for state in states) - late, "duties_late": late}
