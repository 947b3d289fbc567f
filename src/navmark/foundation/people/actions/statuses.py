"""Writing Party status: one standing at a time, each with its first day."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, Change
from navmark.foundation.people.models import PartyStatus, Person, Post, Unit, UnitMembership
from navmark.foundation.people.models.post import MEMBERS_POSTS


@transaction.atomic
def set_status(
    person: Person, *, branch: Unit, status: str, from_day: date | None, by: Person | None, at: datetime
) -> PartyStatus:
    """From `from_day` (None: as long as we know) the person is an applicant, ..., a full member in this branch.

    What stood before ends on the eve; the same standing in the same branch is corrected in its first day. Whoever moves to
    another branch leaves the offices and the Party group of the one before.
    """
    changes: list[Change] = []
    before = PartyStatus.objects.filter(person=person, to_day__isnull=True).first()
    if before is not None and ((before.branch_id == branch.pk and before.status == status) or from_day is None):
        stood = Before(before, "branch", "status", "from_day", "from_precision")
        before.branch, before.status, before.from_day, before.from_precision = branch, status, from_day, ""
        before.save()
        row, changes = before, stood.changes(before)
    else:
        if before is not None and from_day is not None:
            before.end_before(from_day)
            if before.branch_id != branch.pk:
                _leave(before, from_day=from_day, by=by, at=at)
        row = PartyStatus.objects.create(person=person, branch=branch, status=status, from_day=from_day)
    record("people.status", by=by, at=at, subject=person, status=status, from_day=from_day, changes=changes)
    return row


@transaction.atomic
def end_status(row: PartyStatus, *, last_day: date, by: Person | None, at: datetime) -> PartyStatus:
    """The membership moves elsewhere or ends; posts that only members hold end with it."""
    changes = row.end_on(last_day)
    posts = Post.objects.filter(person=row.person, kind__in=MEMBERS_POSTS, to_day__isnull=True)
    posts.not_after(last_day).update(to_day=last_day)
    record("people.status_ended", by=by, at=at, subject=row.person, status=row.status, last_day=last_day, changes=changes)
    return row


def _leave(before: PartyStatus, *, from_day: date, by: Person | None, at: datetime) -> None:
    """What only a member of the branch has there ends on the eve."""
    there = Q(unit=before.branch_id) | Q(unit__parent=before.branch_id)
    for post in Post.objects.filter(there, person=before.person_id, kind__in=MEMBERS_POSTS, to_day__isnull=True):
        post.end_before(from_day)
        record("people.dismissed", by=by, at=at, subject=before.person, what=post.kind, from_day=from_day)
    for place in UnitMembership.objects.filter(there, person=before.person_id, to_day__isnull=True):
        place.end_before(from_day)
