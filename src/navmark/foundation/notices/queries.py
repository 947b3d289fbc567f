"""Reading the inbox."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.offers import Offer, offers_for
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.notices.models import Notice
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.prepared import prepared


@dataclass(frozen=True)
class ToldNotice:
    """A notice with what is known of its duty: of which period, whose, asked for by what, due when, and where to read of it."""

    notice: Notice
    words: tuple[str, ...] = ()
    due_on: date | None = None
    page: str = ""


def inbox_of(person: Person) -> QuerySet[Notice]:
    """One's own notices, unread ones first."""
    return Notice.objects.filter(person=person).order_by("read_at", "-made_at")


def unread_count(person: Person) -> int:
    return sum(count for (count,) in _unread(person.pk))


@prepared
def _unread(person: UUID) -> QuerySet:
    rows = Notice.objects.filter(person=person, read_at__isnull=True).order_by()
    return rows.values("person").annotate(count=Count("pk")).values_list("count")


def with_duties(notices: Iterable[Notice], *, viewer: Viewer) -> list[ToldNotice]:
    """A fixed number of queries, however many notices."""
    notices = list(notices)
    owed = {one.duty.pk: one for one in with_states(Duty.objects.filter(pk__in=[row.subject_id for row in notices]), viewer.on)}
    offers = offers_for(viewer, list(owed.values()))
    units = {unit.pk: name_on(unit, viewer.on) for unit in Unit.objects.filter(pk__in=[o.duty.subject_id for o in owed.values()])}
    found = []
    for notice in notices:
        one, offer = owed.get(notice.subject_id), offers.get(notice.subject_id, Offer())
        words = (one.period, units.get(one.duty.subject_id, ""), one.note or offer.note) if one else ()
        found.append(ToldNotice(notice, tuple(filter(None, words)), one.duty.due_on if one else None, offer.page))
    return found
