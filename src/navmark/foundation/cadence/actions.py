"""What fulfils a duty, and what excuses it. They are made in `sweeping.py`; what one person is to do is in `tasks.py`."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.almanac.periods import yearly_key
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence.models import Cadence, Duty, Excuse, Fulfilment, PartyYear
from navmark.foundation.cadence.moments import first_notice_on, set_due
from navmark.foundation.cadence.renewing import renew
from navmark.foundation.cadence.sweeping import span_on
from navmark.foundation.people.models import Person
from navmark.foundation.people.owing import owing_among
from navmark.foundation.tenancy.models import School
from navmark.foundation.ui.refusals import Refusal

Source = tuple[str, UUID]
SubjectRef = tuple[str, UUID]


class DutyRefused(Refusal):
    """What was asked cannot be; the message says why and what to do."""


@transaction.atomic
def fulfil_kind(kind: str, *, subjects: Iterable[UUID], on: date, source: Source, by: Person, at: datetime) -> list[Duty]:
    """Note that what happened on `on` fulfils the duties of this activity kind and these subjects in whose period the day lies.

    Of the subjects only those count that owe it: a meeting is its unit's duty, not that of each who was there.
    A duty that the sweep has not made yet is made. Returns the duties; calling it again changes nothing.
    """
    found = []
    owing = owing_among(list(subjects), on)
    for cadence in Cadence.objects.filter(activity_kind=kind).exclude(active_to__lt=on):
        for subject in owing[cadence.subject]:
            duty = span_on(cadence, subject, on)
            if duty is None:
                continue
            Fulfilment.objects.get_or_create(
                school_id=duty.school_id, duty=duty, source_kind=source[0], source_id=source[1],
                defaults={"done_on": on, "noted_by": by.pk, "noted_at": at},
            )  # fmt: skip
            found.append(duty)
    renew_these(found)
    return found


def renew_these(duties: Iterable[Duty]) -> None:
    renew(Duty.objects.filter(pk__in=[duty.pk for duty in duties]))


def unfulfil(source: Source) -> int:
    """Take back whatever this source fulfilled: it was cancelled. How many duties that reopens."""
    rows = Fulfilment.objects.filter(source_kind=source[0], source_id=source[1])
    duties = list(Duty.objects.filter(fulfilments__in=rows).distinct())
    count = rows.delete()[0]
    renew_these(duties)
    return count


@transaction.atomic
def excuse(duty: Duty, *, reason: str, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Excuse:
    """本期无需, of a task 不再办理: with a reason, by somebody, once. Raises DutyRefused without a reason."""
    if not reason.strip():
        raise DutyRefused(_("Say why it is not needed."))
    excuse, _made = Excuse.objects.get_or_create(
        school_id=duty.school_id, duty=duty, defaults={"reason": reason.strip(), "by": by.pk, "at": at}
    )
    renew_these([duty])
    record("cadence.excused", by=by, at=at, subject=duty, on_behalf_of=on_behalf_of, reason=reason)
    return excuse


@transaction.atomic
def done_on_paper(duty: Duty, *, by: Person, at: datetime) -> Excuse:
    """本期已在纸上办过: once, of the period in which the school began here. Raises DutyRefused of any other."""
    if not began_within(duty, School.objects.get(pk=duty.school_id).in_use_since):
        raise DutyRefused(_("Only what was due when the school began here can have been done on paper."))
    with override(settings.LANGUAGE_CODE):  # it stands in the year's table, in the school's language
        reason = _("done on paper already")
    return excuse(duty, reason=reason, by=by, at=at)


def began_within(duty: Duty, since: date) -> bool:
    """Whether the school's first day here lies within the duty's period, after its beginning."""
    return duty.cadence_id is not None and duty.due_on is not None and duty.opens_on < since <= duty.due_on


@transaction.atomic
def take_excuse_back(duty: Duty, *, by: Person, at: datetime) -> None:
    """It is asked for after all."""
    if Excuse.objects.filter(duty=duty).delete()[0]:
        renew_these([duty])
        record("cadence.asked_again", by=by, at=at, subject=duty)


@transaction.atomic
def set_party_year(year: int, *, closes_on: date, basis: str, by: Person, at: datetime) -> PartyYear:
    """The superior's notice has come: the year's items are due by this day. A later notice replaces it."""
    if not date(year, 10, 1) <= closes_on <= date(year + 1, 12, 31):
        raise DutyRefused(_("The items of %(year)s are done between October %(year)s and the following year.") % {"year": year})
    known = PartyYear.objects.filter(year=year).first() or PartyYear()
    before = Before(known, "closes_on", "basis")
    row, _made = PartyYear.objects.update_or_create(
        school_id=by.school_id, year=year, defaults={"closes_on": closes_on, "basis": basis, "noted_by": by.pk, "noted_at": at}
    )
    duties = list(Duty.objects.filter(period_key=yearly_key(year)).select_related("cadence"))
    for duty in duties:
        set_due(duty, closes_on, grace_days=duty.cadence.grace_days)
        duty.next_notice_on = None if duty.settled else first_notice_on(duty)
    Duty.objects.bulk_update(duties, ["due_on", "late_on", "next_change_on", "next_notice_on"])
    renew_these(duties)
    record("cadence.party_year", by=by, at=at, subject=row, year=year, closes_on=closes_on, changes=before.changes(row))
    return row
