"""What is due, coming and done; a year's coverage is in `coverage.py`. The number of queries never depends on that of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.almanac.words import period_label
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence import sources
from navmark.foundation.cadence.access import Spots, concerning, traces_of
from navmark.foundation.cadence.models import OPEN_STATES, Duty, DutyState, Settled
from navmark.foundation.cadence.moments import month_of_the_rule
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.tenancy.prepared import prepared

SETTLED = (DutyState.DONE, DutyState.EXCUSED)
UNFINISHED = (*OPEN_STATES, DutyState.WAITING)
AT_MOST = 300  # of what waits
DONE_READ = 60  # as many duties of one kind and period may be done at once, and are one line
ORDER = (DutyState.LATE, DutyState.TODAY, DutyState.DUE, DutyState.WAITING, DutyState.COMING, DutyState.DONE, DutyState.EXCUSED)


@dataclass(frozen=True)
class Owed:
    """A duty with its state on the day asked; of a record's step, what was due with it (see `matters.py`)."""

    duty: Duty
    state: DutyState
    asked: "tuple[Owed, ...]" = ()

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
    def note(self) -> str:
        """What else its source says of it."""
        return sources.said(self.duty, self.duty.note)

    @property
    def period(self) -> str:
        return period_words(self.duty)

    @property
    def periods(self) -> str:
        """Its own, or those of what was due with it."""
        return "、".join(dict.fromkeys(filter(None, (one.period for one in (self, *self.asked)))))

    @property
    def due_on(self) -> date | None:
        return min((one.duty.due_on for one in (self, *self.asked) if one.duty.due_on), default=None)

    @property
    def rule(self) -> str:
        """The id of the first rule by which it is asked for."""
        return next(filter(None, (one.duty.cadence.rule_id for one in (self, *self.asked) if one.duty.cadence)), "")

    @property
    def can_be_waived(self) -> bool:
        return self.state in UNFINISHED and self.duty.can_be_waived


def title_of(duty: Duty) -> str:
    return sources.said(duty, duty.title) or (duty.cadence.title if duty.cadence else "")


def period_words(duty: Duty) -> str:
    """2026年11月; nothing for a one-off."""
    return period_label(PeriodKind(duty.cadence.period), duty.period_key, None) if duty.cadence else ""


def _is_silent(one: Owed, on: date) -> bool:
    """Whether it may be done already but asks for nothing yet: a talk in spring is welcome, and missed only in autumn."""
    first = month_of_the_rule(one.duty)
    return first is not None and on < first


def with_states(rows: QuerySet[Duty], on: date) -> list[Owed]:
    """These duties with their states on `on`; one query."""
    return [Owed(duty, duty.state_on(on)) for duty in rows.select_related("cadence")]


def owed_by(subjects: Iterable[UUID], *, on: date, weeks: int = 4) -> list[Owed]:
    """What these subjects owe now or will within `weeks`: late first, then by day; not what is settled or silent."""
    horizon = on + timedelta(weeks=weeks)
    rows = Duty.objects.filter(subject_id__in=list(subjects), closed_at__isnull=True).exclude(source_kind__in=sources.beside())
    rows = rows.filter(Q(opens_on__lte=on) | Q(due_on__lte=horizon) | Q(due_on__isnull=True))
    found = [one for one in with_states(rows, on) if one.state not in SETTLED and not _is_silent(one, on)]
    return sorted(found, key=lambda one: (one.state != DutyState.LATE, one.duty.due_on or date.max, one.duty.period_key))


def open_in(kind: str, subject: UUID, *, on: date) -> Duty | None:
    """What this subject has not done of this kind of activity and in whose period `on` lies: what is due first. One query."""
    rows = Duty.objects.filter(cadence__activity_kind=kind, subject_id=subject, closed_at__isnull=True)
    found = [one for one in with_states(rows.filter(opens_on__lte=on, due_on__gte=on).order_by("due_on"), on) if one.is_open]
    return found[0].duty if found else None


def excuses_of(duties: Iterable[Duty]) -> dict[UUID, str]:
    """Why each of these duties was not needed, and who said so: duty id -> words. Two queries."""
    entries = AuditEntry.objects.filter(kind="cadence.excused", subject_id__in=[duty.pk for duty in duties]).order_by("-at")
    told = {deed.entry.subject_id: f"{deed.entry.facts.get('reason', '')} · {deed.who}" for deed in deeds(entries)}
    return {key: words.removeprefix(" · ") for key, words in told.items() if key}


@dataclass(frozen=True)
class Stand:
    """What waits, late first, then by day; and what was done last."""

    waiting: list[Owed]
    done: list[Owed]


def stand_of(me: UUID, spots: Spots, *, on: date, until: date) -> Stand:
    """What waits for her now or will by `until`, not what is settled or silent; and her last completions and those that she sees
    others do, however long ago. One query."""
    found = [Owed(duty, duty.state_on(on)) for duty in _stand(me, spots, on=on, until=until)]
    waiting = [one for one in found if not one.duty.settled and not _is_silent(one, on)]
    done = [one for one in found if one.duty.settled]
    return Stand(
        sorted(waiting, key=lambda one: one.state != DutyState.LATE),
        sorted(done, key=lambda one: (one.duty.settled_on, one.duty.pk), reverse=True),
    )


@prepared
def _stand(me: UUID, spots: Spots, *, on: date, until: date) -> QuerySet[Duty]:
    mine, _seen = concerning(me, spots)
    ahead = Q(opens_on__lte=on) | Q(due_on__lte=until) | Q(due_on=None)
    waiting = Duty.objects.filter(ahead, mine, settled="", settled_on=None, closed_at=None)
    done = Duty.objects.filter(settled=Settled.DONE, settled_on__lte=on)
    parts = [_by_id(_last(done.filter(part))).values("pk") for part in traces_of(me, spots)]
    last = _by_id(_last(_by_id(parts[0].union(*parts[1:], all=True))))
    rows = _by_id(waiting.values("pk").union(last.values("pk"), all=True)).select_related("cadence")
    return rows.order_by("settled", F("due_on").asc(nulls_first=True), "opens_on", "id")[: AT_MOST + DONE_READ]


def _last(done: QuerySet[Duty]) -> QuerySet[Duty]:
    return done.order_by("-settled_on", "-id")[:DONE_READ]


def _by_id(rows: QuerySet) -> QuerySet[Duty]:
    """The school's rows are chosen within; were the school asked for once more, SQLite would read every row of it."""
    return Duty._base_manager.filter(pk__in=rows.values("pk"))


def waiting_now(which: Q, *, on: date, until: date, at_most: int = AT_MOST) -> list[Owed]:
    """What of these duties waits now or will by `until`: late first, then by day. One query."""
    rows = Duty.objects.filter(which, settled="", closed_at=None).exclude(source_kind__in=sources.beside())
    rows = rows.filter(Q(opens_on__lte=on) | Q(due_on__lte=until) | Q(due_on=None))
    rows = rows.order_by(F("due_on").asc(nulls_first=True), "opens_on", "id")[:at_most]
    found = [one for one in with_states(rows, on) if not _is_silent(one, on)]
    return sorted(found, key=lambda one: one.state != DutyState.LATE)


def facts(on: date) -> dict[str, int]:
    """duties_due counts what is open and not late; duties_late what is late."""
    rows = Duty.objects.filter(opens_on__lte=on, closed_at__isnull=True).exclude(source_kind__in=sources.beside())
    states = [one.state for one in with_states(rows, on)]
    late = states.count(DutyState.LATE)
    return {"duties_due": sum(state in OPEN_STATES for state in states) - late, "duties_late": late}
