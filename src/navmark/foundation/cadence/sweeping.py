"""Making duties from cadences: idempotent, a few queries a school, whenever the day or what they depend on has changed.

The trail is the mark of change: people, units, offices and terms leave an entry in it, and whoever asks reads only those after
the last one that was seen.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Cadence, Duty, Excuse, PartyYear, Swept
from navmark.foundation.cadence.moments import A_WEEK, first_notice_on, names_a_month, set_due
from navmark.foundation.cadence.renewing import AT_ONCE, derive, renew, write
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.spans import Span, spans
from navmark.foundation.cadence.specs import Subject
from navmark.foundation.people.models import Exemption
from navmark.foundation.people.owing import owing_on
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

ONE_DAY = timedelta(days=1)
CHANGES_DUTIES = (
    "people.",
    "almanac.",
    "programme.",
    "cadence.party_year",
)  # entries of the trail after which a sweep finds something
FARTHEST_BACK = timedelta(days=731)  # nobody makes up for what is older


@transaction.atomic
def sweep(*, on: date, at: datetime) -> int:
    """Make what is missing up to the next period, excuse who is exempt, close what has lost its subject; what was open says what
    it is today.

    Periods while nobody ran the product are made up for: one query knows which are there. How many duties were made. Two sweeps
    at once make each duty once.
    """
    subjects, asked = owing_on(on), list(_asked(on))
    _follow_calendar(asked)
    new = list(_missing(asked, subjects))
    renew(Duty.objects.filter(settled="", closed_at__isnull=True))
    derive(new)
    Duty.objects.bulk_create(new, AT_ONCE, ignore_conflicts=True)
    _close_orphans(subjects, at)
    _excuse_exempt(on, at)
    renew(Duty.objects.filter(settled="", excuses__isnull=False))
    waiting.changed(SCHOOL, at=at)
    _ask_again(on)
    _note_swept(on)
    return len(new)


def _missing(asked: list[tuple[Cadence, Span]], subjects: dict[str, dict[UUID, date]]) -> Iterator[Duty]:
    known = set(Duty.objects.filter(cadence__isnull=False).values_list("cadence", "subject_id", "period_key"))
    for cadence, span in asked:
        begun = ((subject, since) for subject, since in subjects[cadence.subject].items() if _counts(span, since))
        yield from _unsaved(cadence, span, [one for one, _since in begun if (cadence.pk, one, span.key) not in known])


def _follow_calendar(asked: list[tuple[Cadence, Span]]) -> None:
    """A term was moved, or a year's holidays were announced: what is open is due as the calendar says now, and of a period that
    has become a holiday nothing is asked. One query where nothing differs."""
    told = {(cadence.pk, span.key): (cadence, span) for cadence, span in asked}
    since = {cadence.pk: span.opens_on for cadence, span in reversed(asked)}
    rows = Duty.objects.filter(cadence__in=list(since), settled="", closed_at=None).exclude(due_on=None)
    days = rows.order_by().values_list("cadence_id", "period_key", "due_on", "late_on").distinct()
    for pk, key, due_on, late_on in list(days):
        these = rows.filter(cadence=pk, period_key=key)
        if (pk, key) not in told:
            these.filter(opens_on__gte=since[pk], fulfilments__isnull=True).delete()
            continue
        values = _values(*told[pk, key])
        if (due_on, late_on) != (values["due_on"], values["late_on"]):
            _date_anew(list(these.select_related("cadence")), values)


def _date_anew(rows: list[Duty], values: dict[str, Any]) -> None:
    """Whoever was reminded ahead is reminded of it only once more, when it is late."""
    for row in rows:
        is_told = row.next_notice_on is None or row.next_notice_on == row.late_on
        row.opens_on, row.due_on, row.late_on = values["opens_on"], values["due_on"], values["late_on"]
        row.next_change_on = row.late_on
        row.next_notice_on = row.late_on if is_told else first_notice_on(row)
    write(rows, ["opens_on", "due_on", "late_on", "next_change_on", "next_notice_on"])


def _ask_again(on: date) -> None:
    """Offices may have changed hands: who is new in one is reminded of what waits; whoever was told is not told twice."""
    rows = Duty.objects.filter(settled="", closed_at__isnull=True, due_on__lte=on + A_WEEK, opens_on__lte=on).exclude(circles="")
    rows = rows.exclude(next_notice_on__lte=on)
    later = [cadence.pk for cadence in Cadence.objects.exclude(rule_id="") if names_a_month(cadence, on)]
    asks = [row.pk for row in rows.filter(cadence__in=later).select_related("cadence") if _asks(row, on)] if later else []
    rows.filter(Q(pk__in=asks) | ~Q(cadence__in=later) | Q(cadence=None)).update(next_notice_on=on)


def _asks(row: Duty, on: date) -> bool:
    first = first_notice_on(row)
    return first is not None and first <= on


def _asked(on: date) -> Iterator[tuple[Cadence, Span]]:
    """Every period of every cadence since the school and the cadence began, two years back at most."""
    in_use = max(School.objects.get(pk=active_school_id()).in_use_since, on - FARTHEST_BACK)
    calendar, closings = school_calendar(), _closings()
    for cadence in Cadence.objects.filter(active_from__lte=on).exclude(active_to__lt=on):
        since = max(in_use, cadence.active_from)
        found = spans(cadence, on, calendar, closings, since=since)
        yield from ((cadence, span) for span in found if _counts(span, since))


def is_due(on: date) -> bool:
    """Whether the day has changed since the last sweep, or something on which duties depend. One query."""
    return not Swept.objects.filter(is_current(on)).exists()


def is_current(on: date) -> Q:
    """The opposite, as a condition on what was swept."""
    touching = reduce(or_, (Q(kind__startswith=prefix) for prefix in CHANGES_DUTIES))
    later = AuditEntry.objects.filter(touching, school=OuterRef("school"), pk__gt=OuterRef("entry_id"))
    return ~Exists(later) & Q(on=on)


def _note_swept(on: date) -> None:
    entry = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or UUID(int=0)
    Swept.objects.update_or_create(school_id=active_school_id(), defaults={"on": on, "entry_id": entry})


def span_on(cadence: Cadence, subject: UUID, day: date) -> Duty | None:
    """The duty of this cadence and subject in whose period `day` lies, made if need be; None outside every period.

    A meeting held before the 年度 closes, in January say, still belongs to the year before while that is unfulfilled.
    """
    since = School.objects.get(pk=cadence.school_id).in_use_since
    found = [span for span in spans(cadence, day, school_calendar(), _closings()) if span.holds(day) and _counts(span, since)]
    for span in found:
        duty, _made = Duty.objects.get_or_create(
            school_id=cadence.school_id, cadence=cadence, subject_id=subject, period_key=span.key, defaults=_values(cadence, span)
        )
        if span is found[-1] or not duty.fulfilments.exists():
            return duty
    return None


def counts_for(duty: Duty, day: date) -> bool:
    """Whether what is done that day is what this duty of a cadence asks for: in time or late, or in the holidays before."""
    found = spans(duty.cadence, day, school_calendar(), _closings()) if duty.cadence else ()
    return any(span.key == duty.period_key and span.holds(day) for span in found)


def _values(cadence: Cadence, span: Span) -> dict:
    duty = Duty()
    set_due(duty, span.due_on, grace_days=cadence.grace_days, closes_on=span.closes_on)
    kind = "unit" if Subject(cadence.subject).unit_kind else "person"
    return {
        "subject_kind": kind,
        "opens_on": span.opens_on,
        "due_on": duty.due_on,
        "late_on": duty.late_on,
        "next_change_on": duty.next_change_on,
        "times": cadence.times,
    }


def unsaved_duty(cadence: Cadence, subject: UUID, span: Span) -> Duty:
    return next(_unsaved(cadence, span, [subject]))


def _unsaved(cadence: Cadence, span: Span, subjects: Iterable[UUID]) -> Iterator[Duty]:
    """Its days are asked of the rules once, however many owe it."""
    values = _values(cadence, span)
    notice = first_notice_on(Duty(cadence=cadence, **values))
    for subject in subjects:
        yield Duty(cadence=cadence, subject_id=subject, period_key=span.key, next_notice_on=notice, **values)


def _counts(span: Span, since: date) -> bool:
    """Nothing whose due day lies before the school, the cadence or the subject began ever exists."""
    return (span.due_on or span.ends_on) >= since


def _closings() -> dict[int, date]:
    return dict(PartyYear.objects.values_list("year", "closes_on"))


def _close_orphans(subjects: dict[str, dict[UUID, date]], at: datetime) -> None:
    """A unit that has ended and a person who has left owe nothing more."""
    alive: Iterable[UUID] = [key for keys in subjects.values() for key in keys]
    rows = Duty.objects.filter(cadence__isnull=False, closed_at__isnull=True, fulfilments__isnull=True)
    rows.exclude(subject_id__in=list(alive)).update(closed_at=at)


def _excuse_exempt(on: date, at: datetime) -> None:
    """免于参加: duties of exempt members are excused, by nobody's act but the exemption's."""
    exempt = dict(Exemption.objects.on(on).values_list("person", "reason"))
    if not exempt:
        return
    rows = Duty.objects.filter(subject_kind="person", cadence__isnull=False, subject_id__in=exempt, excuses__isnull=True)
    open_rows = rows.filter(fulfilments__isnull=True, opens_on__lte=on)
    Excuse.objects.bulk_create(
        (Excuse(duty=duty, reason=exempt[duty.subject_id], by=None, at=at) for duty in open_rows), ignore_conflicts=True
    )
