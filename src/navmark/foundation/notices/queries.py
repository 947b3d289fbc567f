"""Reading the inbox."""

from django.db.models import QuerySet

from navmark.foundation.notices.models import Notice
from navmark.foundation.people.models import Person


def inbox_of(person: Person) -> QuerySet[Notice]:
    """One's own notices, unread ones first."""
    return Notice.objects.filter(person=person).order_by("read_at", "-made_at")


def unread_count(person: Person) -> int:
    return Notice.objects.filter(person=person, read_at__isnull=True).count()
