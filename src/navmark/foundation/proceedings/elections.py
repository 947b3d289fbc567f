"""选举: who stands for how many seats, and what their votes make of it. The count of each candidate is a vote of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.actions.opening import open_minutes
from navmark.foundation.proceedings.findings import Finding, by_rule
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import AgendaItem, Candidate, Vote, VoteMethod
from navmark.foundation.statute.checks.elections import candidate_margin, election_stands
from navmark.foundation.statute.findings import Impossible, Outcome


@dataclass(frozen=True)
class Ballots:
    """The papers of one election; all its candidates stand on each of them."""

    issued: int
    collected: int
    invalid: int


@dataclass(frozen=True)
class Count:
    candidate: Person
    ayes: int
    nays: int
    abstentions: int


@transaction.atomic
def nominate(item: AgendaItem, people: Sequence[Person], *, seats: int, by: Person, at: datetime) -> None:
    """Who stands, in the order of the ballot, for how many seats."""
    open_minutes(item.part.activity)
    item.candidates.all().delete()
    Candidate.objects.bulk_create(Candidate(item=item, person=one, position=n) for n, one in enumerate(people, start=1))
    item.seats = seats
    item.save(update_fields=["seats"])
    record("proceedings.agenda", by=by, at=at, subject=item.part.activity, item=str(item.pk), candidates=len(people))


@transaction.atomic
def count(
    item: AgendaItem, ballots: Ballots, counts: Iterable[Count], *, overseer: Person, counter: Person, by: Person, at: datetime
) -> list[Vote]:
    """Enter what every candidate received, all or none. Counted again: what was entered before is replaced.

    Raises Impossible (naming the candidate where the sum is hers) and NoQuorum.
    """
    stands = election_stands(issued=ballots.issued, collected=ballots.collected, on=item.part.activity.day)
    if stands.outcome != Outcome.OK:
        raise Impossible("collected", stands.message)
    for vote in item.votes.filter(candidate__isnull=False):
        deciding.remove_vote(vote, by=by, at=at)
    return [_enter(item, ballots, one, overseer=overseer, counter=counter, by=by, at=at) for one in counts]


def _enter(
    item: AgendaItem, ballots: Ballots, one: Count, *, overseer: Person, counter: Person, by: Person, at: datetime
) -> Vote:
    tally = Tally(ballots.issued, ballots.collected, one.ayes, one.nays, one.abstentions, ballots.invalid)
    try:
        return deciding.enter_vote(
            item, tally, subject=one.candidate.name, candidate=one.candidate, method=VoteMethod.SECRET, overseer=overseer,
            counter=counter, by=by, at=at,
        )  # fmt: skip
    except Impossible as impossible:
        raise Impossible(impossible.field, f"{one.candidate.name}: {impossible}") from impossible


def findings(items: Iterable[AgendaItem], *, on: date) -> Iterator[Finding]:
    """Too few candidates for the seats; more carried than there are seats."""
    for item in items:
        if not item.is_election or not item.seats:
            continue
        margin = candidate_margin(seats=item.seats, candidates=len(item.candidates.all()), on=on)
        if margin.outcome == Outcome.PROBLEM:
            yield by_rule(f"margin-{item.pk}", margin)
        elected = sum(vote.passed for vote in item.votes.all() if vote.candidate_id)
        if elected > item.seats:
            words = _("“%(title)s”: %(elected)s have enough votes for %(seats)s seats. Those with the most votes are elected;"
                      " where votes are equal, vote again among them.")  # fmt: skip
            filled = words % {"title": item.title, "elected": elected, "seats": item.seats}
            yield Finding(f"seats-{item.pk}", filled, rule_id="C15")
