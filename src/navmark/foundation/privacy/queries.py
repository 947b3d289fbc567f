"""Reading the access log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from navmark.foundation.audit.actions import Subject, subject_pair
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.privacy.models import AccessEntry, Consent, OpenedPart


@dataclass(frozen=True)
class LoggedAccess:
    """A row of the log with the names it had no pointers to."""

    entry: AccessEntry
    who: str
    whose: str


def midnight(day: date) -> datetime:
    """Where a day begins on the school's wall clock."""
    return make_aware(datetime.combine(day, time.min))


def openings_of(subject: Subject) -> QuerySet[AccessEntry]:
    """Who opened this file, the latest first."""
    kind, pk = subject_pair(subject)
    return AccessEntry.objects.filter(subject_kind=kind, subject_id=pk)


def openings_today(subject: Subject, *, by: Person, at: datetime) -> list[AccessEntry]:
    """What this viewer has opened of this person, or of the school's lists, on the day of `at`, the latest first."""
    return list(_of_day(openings_of(subject).filter(by=by.pk), localdate(at)))


def search(*, name: str = "", day: date | None = None) -> QuerySet[AccessEntry]:
    """The log, narrowed to a day and to a name on either side: who looked, or whose file it was."""
    rows = AccessEntry.objects.all()
    if name.strip():
        named = Person.objects.filter(name__icontains=name.strip()).values("pk")
        rows = rows.filter(Q(by__in=named) | Q(subject_id__in=named))
    return rows if day is None else _of_day(rows, day)


def lines_of(entries: Iterable[AccessEntry]) -> list[LoggedAccess]:
    """With names; two queries, the one for the rows included, and one more where a class's list was opened."""
    entries = list(entries)
    ids = {key for entry in entries for key in (entry.by, entry.subject_id) if key}
    names: dict[UUID, str] = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    classes = {entry.subject_id: entry.at for entry in entries if entry.subject_kind == Unit._meta.label_lower}
    called = {one.pk: name_on(one, localdate(classes[one.pk])) for one in Unit.objects.filter(pk__in=classes)} if classes else {}
    gone = _("no longer on record")

    def whose(entry: AccessEntry) -> str:
        if entry.subject_id in classes:
            return _("pupils of %(unit)s") % {"unit": called.get(entry.subject_id, gone)}
        return _("all pupils") if entry.part in (OpenedPart.LIST, OpenedPart.ROSTER) else names.get(entry.subject_id, gone)

    def who(entry: AccessEntry) -> str:
        return names.get(entry.by, gone) if entry.by else _("the system (command line)")

    return [LoggedAccess(entry, who(entry), whose(entry)) for entry in entries]


def consents_to(about: Subject, purpose: str) -> QuerySet[Consent]:
    """Those that hold."""
    _kind, pk = subject_pair(about)
    return Consent.objects.filter(about_id=pk, purpose=purpose, withdrawn_on__isnull=True)


def things_with_words() -> QuerySet:
    """The ids of what something was written for beside a consent."""
    return Consent.objects.filter(words__isnull=False).values("about_id")


def _of_day(rows: QuerySet[AccessEntry], day: date) -> QuerySet[AccessEntry]:
    return rows.filter(at__gte=midnight(day), at__lt=midnight(day + timedelta(days=1)))
