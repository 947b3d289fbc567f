"""Telling people, and noting that they have read it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from navmark.foundation.notices.models import Notice
from navmark.foundation.people.models import Person

AT_ONCE = 1000


def tell(people: Iterable[UUID], *, kind: str, title: str, url: str, subject: UUID, at: datetime) -> None:
    """Put one notice into each of these people's inboxes; whoever has it already gets no second one. One INSERT."""
    put(notices(people, kind=kind, title=title, url=url, subject=subject, at=at))


def notices(people: Iterable[UUID], *, kind: str, title: str, url: str, subject: UUID, at: datetime) -> list[Notice]:
    """One for each of these people, to be put into their inboxes with others."""
    return [Notice(person_id=key, kind=kind, title=title[:200], url=url, subject_id=subject, made_at=at) for key in people]


def put(rows: Iterable[Notice]) -> None:
    """Whoever has one of its kind and subject already gets no second. One INSERT for a thousand."""
    Notice.objects.bulk_create(rows, AT_ONCE, ignore_conflicts=True)


def mark_read(notice: Notice, *, at: datetime) -> None:
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=at)


def mark_all_read(person: Person, *, at: datetime) -> int:
    return Notice.objects.filter(person=person, read_at__isnull=True).update(read_at=at)
