"""Writing who holds which office. Roles in the product follow from it at once."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person, Post, PostKind, Unit
from navmark.foundation.people.models.post import ANYWHERE, HOME_OF_POST, KEPT_APART, MEMBERS_POSTS, ONE_HOLDER
from navmark.foundation.people.queries import branch_of, is_member_on
from navmark.foundation.people.refusals import KeptApart, LastAdministrator, NotAMember, Untitled, WrongUnit


@transaction.atomic
def appoint(
    person: Person,
    *,
    kind: str,
    from_day: date,
    by: Person | None,
    at: datetime,
    unit: Unit | None = None,
    basis: str = "",
    title: str = "",
) -> Post:
    """Give the person an office from that day. Where it has one holder only, the one before leaves it on the eve.

    `title`: the school's own words for an office that carries no right (PostKind.OTHER), in any unit or none.
    Raises WrongUnit for a post that belongs elsewhere, Untitled, NotAMember for a Party office of somebody who is none,
    KeptApart where one person would keep the system and audit it.
    """
    title = title.strip() if kind == PostKind.OTHER else ""
    _refuse_unfit(person, kind=kind, unit=unit, title=title, on=from_day)
    held = Post.objects.filter(kind=kind, unit=unit, title=title, to_day__isnull=True)
    own = held.filter(person=person).first()
    if own is not None:
        return own
    if kind in ONE_HOLDER:
        for other in held:
            other.end_before(from_day)
    post = Post.objects.create(person=person, kind=kind, unit=unit, title=title, from_day=from_day, basis=basis)
    record("people.appointed", by=by, at=at, subject=person, what=title or kind, unit=unit and unit.pk, from_day=from_day)
    return post


@transaction.atomic
def dismiss(post: Post, *, last_day: date, by: Person | None, at: datetime, basis: str = "") -> Post:
    """End an office on that day. Raises LastAdministrator: somebody must be able to invite."""
    if post.kind == PostKind.ADMINISTRATOR and not _other_administrators(post).exists():
        raise LastAdministrator
    before = Before(post, "basis")
    changes = post.end_on(last_day)
    post.basis = basis or post.basis
    post.save(update_fields=["basis"])
    changes += before.changes(post)
    facts = {"what": post.title or post.kind, "last_day": last_day}
    record("people.dismissed", by=by, at=at, subject=post.person, changes=changes, **facts)
    return post


def _refuse_unfit(person: Person, *, kind: str, unit: Unit | None, title: str, on: date) -> None:
    if kind == PostKind.OTHER and not title:
        raise Untitled
    if kind != ANYWHERE and (unit.kind if unit else None) != HOME_OF_POST.get(kind):
        raise WrongUnit
    if kind in MEMBERS_POSTS and unit is not None and not is_member_on(person, on, branch=branch_of(unit)):
        raise NotAMember
    if kind in KEPT_APART and Post.objects.filter(person=person, kind=KEPT_APART[kind]).exclude(to_day__lt=on).exists():
        raise KeptApart


def _other_administrators(post: Post) -> QuerySet[Post]:
    return Post.objects.filter(kind=PostKind.ADMINISTRATOR, to_day__isnull=True).exclude(pk=post.pk)
