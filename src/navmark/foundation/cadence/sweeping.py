"""Making duties from cadences: idempotent, a few queries a school, for the minute tick and whenever a page needs them fresh."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.cadence.models import Cadence, Duty, Excuse, PartyYear
from navmark.foundation.cadence.spans import LATEST_CLOSE, Span, spans
from navmark.foundation.cadence.specs import Subject
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Exemption, Unit, UnitKind
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

ONE_DAY = timedelta(days=1)


@transaction.atomic
def sweep(*, on: date, at: datetime) -> int:
    """Make what is missing for the current and the next period, excuse who is exempt, close what has lost its subject.

    How many duties were made. Two sweeps at once make each duty once.
    """
    since = School.objects.get(pk=active_school_id()).in_use_since
    subjects = _subjects(on)
    calendar, closings = school_calendar(), _closings()
    wanted = [
        unsaved_duty(cadence, subject, span)
        for cadence in Cadence.objects.filter(active_from__lte=on).exclude(active_to__lt=on)
        for span in spans(cadence.period, on, calendar, closings)
        if _counts(span, since)
        for subject in subjects[cadence.subject]
    ]
    known = set(Duty.objects.filter(cadence__isnull=False).values_list("cadence", "subject_id", "period_key"))
    new = [duty for duty in wanted if (duty.cadence_id, duty.subject_id, duty.period_key) not in known]
    Duty.objects.bulk_create(new, ignore_conflicts=True)
    _close_orphans(subjects, at)
    _excuse_exempt(on, at)
    return len(new)


def lacks_duties(on: date) -> bool:
    """Whether a branch or group of that day has no duty at all yet: the page then makes them without waiting for the tick."""
    duties = Duty.objects.filter(school=OuterRef("school"), subject_id=OuterRef("pk"))
    return Unit.objects.on(on).filter(~Exists(duties), kind__in=(UnitKind.BRANCH, UnitKind.PARTY_GROUP)).exists()


def span_on(cadence: Cadence, subject: UUID, day: date) -> Duty | None:
    """The duty of this cadence and subject in whose period `day` lies, made if need be; None outside every period.

    A meeting held before the 年度 closes, in January say, still belongs to the year before while that is unfulfilled.
    """
    since = School.objects.get(pk=cadence.school_id).in_use_since
    found = [
        span for span in spans(cadence.period, day, school_calendar(), _closings()) if _holds(span, day) and _counts(span, since)
    ]
    for span in found:
        duty, _made = Duty.objects.get_or_create(
            school_id=cadence.school_id, cadence=cadence, subject_id=subject, period_key=span.key, defaults=_values(cadence, span)
        )
        if span is found[-1] or not duty.fulfilments.exists():
            return duty
    return None


def set_due(duty: Duty, due_on: date | None, *, grace_days: int) -> None:
    """Set the due day and what follows from it."""
    duty.due_on = due_on
    duty.late_on = due_on + (1 + grace_days) * ONE_DAY if due_on else None
    duty.next_change_on = duty.late_on


def _values(cadence: Cadence, span: Span) -> dict:
    duty = Duty()
    set_due(duty, span.due_on, grace_days=cadence.grace_days)
    kind = "person" if cadence.subject == Subject.MEMBER else "unit"
    return {
        "subject_kind": kind,
        "opens_on": span.opens_on,
        "due_on": duty.due_on,
        "late_on": duty.late_on,
        "next_change_on": duty.next_change_on,
        "times": cadence.times,
    }


def unsaved_duty(cadence: Cadence, subject: UUID, span: Span) -> Duty:
    return Duty(cadence=cadence, subject_id=subject, period_key=span.key, **_values(cadence, span))


def _counts(span: Span, since: date) -> bool:
    """Nothing whose due day lies before the school began to use the product ever exists."""
    latest = span.due_on or date(span.opens_on.year + 1, *LATEST_CLOSE)
    return latest >= since


def _holds(span: Span, day: date) -> bool:
    latest = span.due_on or date(span.opens_on.year + 1, *LATEST_CLOSE)
    return span.opens_on <= day <= latest


def _closings() -> dict[int, date]:
    return dict(PartyYear.objects.values_list("year", "closes_on"))


def _subjects(on: date) -> dict[str, list[UUID]]:
    units = list(Unit.objects.on(on).filter(kind__in=(UnitKind.BRANCH, UnitKind.PARTY_GROUP)))
    branches = [unit for unit in units if unit.kind == UnitKind.BRANCH]
    return {
        Subject.BRANCH: [unit.pk for unit in branches],
        Subject.PARTY_GROUP: [unit.pk for unit in units if unit.kind == UnitKind.PARTY_GROUP],
        Subject.MEMBER: [person.pk for branch in branches for person in people.members_on(branch, on)],
    }


def _close_orphans(subjects: dict[str, list[UUID]], at: datetime) -> None:
    """A unit that has ended and a member who has left owe nothing more."""
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
