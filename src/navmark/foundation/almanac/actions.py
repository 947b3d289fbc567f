"""Entering what the city and the state announced. Entering it again replaces it; the audit trail keeps what stood before."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.almanac.notice_text import read_notice
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.tenancy.scope import active_school_id
from navmark.foundation.ui.refusals import Refusal


class TermRefused(Refusal):
    """These dates cannot be a term of this school year."""


@transaction.atomic
def set_term(
    year: int, number: int, *, starts_on: date, ends_on: date, provisional: bool = False, by: UUID | None, at: datetime
) -> Term:
    """Enter or correct one term of the school year that begins in `year`. Raises TermRefused."""
    _refuse_impossible(year, number, starts_on, ends_on)
    known = Term.objects.filter(year=year, number=number).first()
    before = Before(known or Term(), "starts_on", "ends_on", "provisional")
    term, _created = Term.objects.update_or_create(
        school_id=active_school_id(),
        year=year,
        number=number,
        defaults={"starts_on": starts_on, "ends_on": ends_on, "provisional": provisional},
    )
    record("almanac.term_set", by=by, at=at, subject=term, changes=before.changes(term))
    return term


def _refuse_impossible(year: int, number: int, starts_on: date, ends_on: date) -> None:
    if ends_on <= starts_on:
        raise TermRefused(_("The last day comes before the first: correct one of them."))
    if not (date(year, 8, 1) <= starts_on and ends_on <= date(year + 1, 8, 31)):
        raise TermRefused(_("A term of this school year lies between 1 August and 31 August of the next year."))
    for other in Term.objects.filter(year=year).exclude(number=number):
        if starts_on <= other.ends_on and other.starts_on <= ends_on:
            raise TermRefused(_("The two terms overlap: correct the one that is wrong first."))


@transaction.atomic
def import_notice(text: str, *, by: UUID | None, at: datetime) -> HolidayNotice:
    """Enter a notice as the State Council's office worded it: a year's, or one that changes or prolongs a holiday of it.

    Raises UnreadableNotice.
    """
    notice = read_notice(text, known=work_calendar().notices)
    before = Before(HolidayNotice.objects.filter(year=notice.year).first() or HolidayNotice(), "source")
    row, _created = HolidayNotice.objects.update_or_create(
        school_id=active_school_id(), year=notice.year, defaults={"days": notice.to_json(), "source": text.strip()}
    )
    record("almanac.notice_imported", by=by, at=at, subject=row, year=notice.year, changes=before.changes(row))
    return row
