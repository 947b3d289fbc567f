"""Writing who comes into a branch's committee by an election."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from navmark.foundation.audit.actions import record
from navmark.foundation.people.actions.posts import appoint
from navmark.foundation.people.actions.terms import start_committee_term, usual_end
from navmark.foundation.people.models import COMMITTEE_POSTS, CommitteeTerm, Person, Post, Unit
from navmark.foundation.people.models.post import ONE_HOLDER
from navmark.foundation.people.refusals import Overtaken, TermOutOfOrder

Elected = Sequence[tuple[Person, str]]  # a person and the kind of post, once for each post


@transaction.atomic
def install_committee(
    branch: Unit,
    elected: Elected,
    *,
    elected_on: date,
    by: Person | None,
    at: datetime,
    due_on: date | None = None,
    number: int | None = None,
    basis: str = "",
    meeting: UUID | None = None,
) -> bool:
    """换届: the posts of the committee before end on the eve, these begin on the day of the election, and a term with them.

    False, and nothing changes, where all of it is on record. Said again otherwise, it corrects what was said of this election.
    Raises TermOutOfOrder and Overtaken where the committee has changed since, and what `appoint` raises.
    """
    _one_at_a_time(branch)
    due_on = due_on or usual_end(elected_on)
    stands = CommitteeTerm.objects.filter(branch=branch, elected_on=elected_on, due_on=due_on, number=number).exists()
    over = [post for post in _committee(branch).on(elected_on) if not _is_one_of(post, elected, since=elected_on)]
    missing = _missing(_committee(branch).filter(from_day__gte=elected_on), elected)
    reworded = _reworded(branch, elected, since=elected_on, basis=basis)
    if stands and not over and not missing and not reworded:
        return False
    _refuse_overtaken(branch, elected, since=elected_on, kinds=COMMITTEE_POSTS)
    for post in over:
        post.end_before(elected_on)
        record("people.dismissed", by=by, at=at, subject=post.person, what=post.kind, elected_on=elected_on)
    reworded.update(basis=basis)
    for person, kind in missing:
        appoint(person, kind=kind, unit=branch, from_day=elected_on, basis=basis, by=by, at=at)
    start_committee_term(branch, elected_on=elected_on, due_on=due_on, number=number, by=by, at=at)
    record("people.committee", by=by, at=at, subject=branch, elected_on=elected_on, meeting=meeting)
    return True


@transaction.atomic
def complete_committee(
    branch: Unit,
    elected: Elected,
    *,
    elected_on: date,
    by: Person | None,
    at: datetime,
    basis: str = "",
    meeting: UUID | None = None,
) -> bool:
    """补选: these posts are added from the day of the election; the others and the term stay. False where they are on record.

    Raises TermOutOfOrder and Overtaken where the committee has changed since, and what `appoint` raises.
    """
    _one_at_a_time(branch)
    missing = _missing(_committee(branch).exclude(to_day__lt=elected_on), elected)
    reworded = _reworded(branch, elected, since=elected_on, basis=basis)
    if not missing and not reworded:
        return False
    _refuse_overtaken(branch, elected, since=elected_on, kinds=[kind for _person, kind in missing if kind in ONE_HOLDER])
    reworded.update(basis=basis)
    for person, kind in missing:
        appoint(person, kind=kind, unit=branch, from_day=elected_on, basis=basis, by=by, at=at)
    record("people.committee_completed", by=by, at=at, subject=branch, elected_on=elected_on, meeting=meeting)
    return True


def _one_at_a_time(branch: Unit) -> None:
    """Of two who confirm the same election at once, the second finds it on record."""
    Unit.objects.select_for_update().get(pk=branch.pk)


def _committee(branch: Unit) -> QuerySet[Post]:
    return Post.objects.filter(unit=branch, kind__in=COMMITTEE_POSTS).select_related("person")


def _is_one_of(post: Post, elected: Elected, *, since: date) -> bool:
    """Whether this post came from the election itself: the same office held before was another term's."""
    return post.from_day == since and any(post.person_id == one.pk and post.kind == kind for one, kind in elected)


def _missing(posts: QuerySet[Post], elected: Elected) -> Elected:
    known = set(posts.values_list("person", "kind"))
    return [(person, kind) for person, kind in elected if (person.pk, kind) not in known]


def _reworded(branch: Unit, elected: Elected, *, since: date, basis: str) -> QuerySet[Post]:
    """What came from this election under another basis: the superior's reply came later than the entry."""
    posts = _committee(branch).filter(from_day=since).exclude(basis=basis)
    mine = [post.pk for post in posts if basis and _is_one_of(post, elected, since=since)]
    return Post.objects.filter(pk__in=mine)


def _refuse_overtaken(branch: Unit, elected: Elected, *, since: date, kinds: Iterable[str]) -> None:
    if CommitteeTerm.objects.filter(branch=branch, elected_on__gt=since).exists():
        raise TermOutOfOrder
    later = _committee(branch).filter(from_day__gt=since, kind__in=list(kinds))
    known = {(person.pk, kind) for person, kind in elected}
    names = [post.person.name for post in later if (post.person_id, post.kind) not in known]
    if names:
        raise Overtaken("、".join(dict.fromkeys(names)))
