"""Writing who works or learns here, and who has left."""

from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, together
from navmark.foundation.people.accounts import shut_out
from navmark.foundation.people.models import Engagement, EngagementKind, Leaving, Person, Post, Teaching, UnitMembership
from navmark.foundation.people.models.post import PARTY_POSTS
from navmark.foundation.people.queries import is_member_on


@transaction.atomic
def engage(person: Person, *, kind: str, by: Person | None, at: datetime, from_day: date | None = None) -> Engagement:
    """Take the person on as staff, pupil, guardian or community worker. Somebody who is that already stays so."""
    open_row = Engagement.objects.filter(person=person, kind=kind, to_day__isnull=True).first()
    if open_row is not None:
        return open_row
    row = Engagement.objects.create(person=person, kind=kind, from_day=from_day)
    record("people.engaged", by=by, at=at, subject=person, what=kind, from_day=from_day)
    return row


@transaction.atomic
def end_engagement(engagement: Engagement, *, leaving: str, last_day: date, by: Person | None, at: datetime) -> Engagement:
    """Retire, transfer, graduate. Offices of the school, lessons and places in units end on the same day; Party posts, status and
    group stay, because a member's 组织关系 moves by a step of its own. A guardian's row ends alone: a teacher whose
    child left the school works on.

    Somebody who left for good and is no member loses the account's seat here, and codes not yet used.
    """
    person, before = engagement.person, Before(engagement, "leaving")
    engagement.leaving = leaving
    engagement.save(update_fields=["leaving"])
    changes = together(engagement.end_on(last_day), before.changes(engagement))
    if engagement.kind != EngagementKind.GUARDIAN:
        _leave(person, leaving=leaving, last_day=last_day, at=at)
    record("people.left", by=by, at=at, subject=person, leaving=leaving, last_day=last_day, changes=changes)
    return engagement


def _leave(person: Person, *, leaving: str, last_day: date, at: datetime) -> None:
    still = {"person": person, "to_day__isnull": True}
    Post.objects.filter(**still).exclude(kind__in=PARTY_POSTS).not_after(last_day).update(to_day=last_day)
    Teaching.objects.filter(**still).not_after(last_day).update(to_day=last_day)
    if not is_member_on(person, last_day):
        UnitMembership.objects.filter(**still).not_after(last_day).update(to_day=last_day)
        if leaving != Leaving.RETIRED:
            shut_out(person, at=at)
