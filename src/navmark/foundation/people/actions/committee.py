"""Writing who comes into a branch's committee by an election."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from navmark.foundation.audit.actions import record
from navmark.foundation.people.actions.posts import appoint
from navmark.foundation.people.actions.terms import start_committee_term, usual_end
from navmark.foundation.people.models import COMMITTEE_POSTS, CommitteeTerm, Person, Post, Unit
from navmark.foundation.people.models.post import ONE_HOLDER
from navmark.foundation.people.queries import term_elected
from navmark.foundation.people.refusals import Overtaken, TermOutOfOrder


@dataclass(frozen=True)
class ElectionResult:
    """A result, as it goes on record: from `day` on these people hold these posts, each once for each post."""

    branch: Unit
    day: date
    elected: Sequence[tuple[Person, str]]  # a person and the kind of post
    basis: str = ""
    meeting: UUID | None = None

    def __contains__(self, post: Post) -> bool:
        """Whether this post comes from here: the same office held before was another term's."""
        return post.from_day == self.day and (post.person_id, post.kind) in self._pairs

    @property
    def _pairs(self) -> set[tuple[UUID, str]]:
        return {(person.pk, kind) for person, kind in self.elected}

    def posts(self) -> QuerySet[Post]:
        """Every post of the committee, whenever it was held."""
        return Post.objects.filter(unit=self.branch, kind__in=COMMITTEE_POSTS).select_related("person")

    def missing(self, posts: QuerySet[Post]) -> list[tuple[Person, str]]:
        known = set(posts.values_list("person", "kind"))
        return [(person, kind) for person, kind in self.elected if (person.pk, kind) not in known]

    def reworded(self) -> QuerySet[Post]:
        """What stands under another basis: the superior's reply came later than the entry."""
        others = self.posts().filter(from_day=self.day).exclude(basis=self.basis) if self.basis else ()
        return Post.objects.filter(pk__in=[post.pk for post in others if post in self])

    def refuse_overtaken(self, kinds: Iterable[str], *, term: CommitteeTerm | None = None) -> None:
        """Raises TermOutOfOrder for another term than `term` that began later, and Overtaken for posts that did."""
        later_terms = CommitteeTerm.objects.filter(branch=self.branch, elected_on__gt=self.day)
        if later_terms.exclude(pk=term and term.pk).exists():
            raise TermOutOfOrder
        later = self.posts().filter(from_day__gt=self.day, kind__in=list(kinds))
        names = [post.person.name for post in later if (post.person_id, post.kind) not in self._pairs]
        if names:
            raise Overtaken("、".join(dict.fromkeys(names)))

    def appoint(self, missing: Iterable[tuple[Person, str]], *, by: Person | None, at: datetime) -> None:
        for person, kind in missing:
            appoint(person, kind=kind, unit=self.branch, from_day=self.day, basis=self.basis, by=by, at=at)


@transaction.atomic
def install_committee(
    election: ElectionResult, *, by: Person | None, at: datetime, due_on: date | None = None, number: int | None = None
) -> bool:
    """换届: the posts of the committee before end on the eve, these begin on the day of the election, and a term with them.

    False, and nothing changes, where all of it is on record. Said again otherwise, it corrects what was said of this election;
    a day of the term that somebody has corrected stays. Raises TermOutOfOrder and Overtaken where the committee has changed
    since, and what `appoint` raises.
    """
    _one_at_a_time(election.branch)
    term = term_elected(election.branch, election.day, meeting=election.meeting)
    elected_on = term.elected_on if term else election.day
    due_on = due_on or usual_end(elected_on)
    over = [post for post in election.posts().on(election.day) if post not in election]
    missing, reworded = election.missing(election.posts().filter(from_day__gte=election.day)), election.reworded()
    if term and (term.due_on, term.number) == (due_on, number) and not over and not missing and not reworded:
        return False
    election.refuse_overtaken(COMMITTEE_POSTS, term=term)
    for post in over:
        post.end_before(election.day)
        record("people.dismissed", by=by, at=at, subject=post.person, what=post.kind, elected_on=election.day)
    reworded.update(basis=election.basis)
    election.appoint(missing, by=by, at=at)
    branch, meeting = election.branch, election.meeting
    start_committee_term(branch, elected_on=elected_on, due_on=due_on, number=number, meeting=meeting, by=by, at=at)
    record("people.committee", by=by, at=at, subject=branch, elected_on=election.day, meeting=meeting)
    return True


@transaction.atomic
def complete_committee(election: ElectionResult, *, by: Person | None, at: datetime) -> bool:
    """补选: these posts are added from the day of the election; the others and the term stay. False where they are on record.

    Raises TermOutOfOrder and Overtaken where the committee has changed since, and what `appoint` raises.
    """
    _one_at_a_time(election.branch)
    missing = election.missing(election.posts().exclude(to_day__lt=election.day))
    reworded = election.reworded()
    if not missing and not reworded:
        return False
    election.refuse_overtaken([kind for _person, kind in missing if kind in ONE_HOLDER])
    reworded.update(basis=election.basis)
    election.appoint(missing, by=by, at=at)
    day, meeting = election.day, election.meeting
    record("people.committee_completed", by=by, at=at, subject=election.branch, elected_on=day, meeting=meeting)
    return True


def _one_at_a_time(branch: Unit) -> None:
    """Of two who confirm the same election at once, the second finds it on record."""
    Unit.objects.select_for_update().get(pk=branch.pk)
